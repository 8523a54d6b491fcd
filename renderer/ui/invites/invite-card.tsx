import { Copy, Eye, EyeOff, Globe, Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { doorOf } from '../admission';
import type { InsidePhase } from '../phases';
import { useClock } from '../time';
import { summariseTransports } from '../connection/transports-summary';
import { Button } from '../components/button';
import { InvitesButton } from './invites-button';
import { StatusLine } from '../connection/status-line';

/** Shown to a host who is alone: how somebody gets here. */
export function InviteCard({ meeting, app }: { meeting: InsidePhase; app: AppView }) {
  const { t } = useTranslation();
  const revealedInvite = useSelected(({ revealedInvite }) => revealedInvite);
  const { copyInvite, copyPageInvite, revealInvite, hideInvite, openByHand } = useActions();
  const clock = useClock();
  const door = doorOf(meeting);
  const { kind } = summariseTransports(app);
  const canBeFound = kind === 'ready' || kind === 'one-left';
  return (
    <section className="card invite">
      <h2>{t('door:invite.title')}</h2>
      <p>{t(`door:invite.text.${door}`)}</p>
      <div className="row wrap">
        <Button kind="main" icon={Copy} onClick={copyInvite}>
          {t('door:invite.copy')}
        </Button>
        {app.settings.invitePage !== '' && (
          <Button kind="line" icon={Globe} data-testid="invite-copy-page" onClick={copyPageInvite}>
            {t('web-page:copy')}
          </Button>
        )}
        <Button
          kind="line"
          icon={revealedInvite === null ? Eye : EyeOff}
          aria-expanded={revealedInvite !== null}
          data-testid="invite-reveal"
          onClick={revealedInvite === null ? revealInvite : hideInvite}
        >
          {t(revealedInvite === null ? 'door:invite.show' : 'door:invite.hide')}
        </Button>
        <InvitesButton />
        {meeting.byHand.mayInvite && (
          <Button kind="line" icon={Hand} data-testid="invite-by-hand" onClick={openByHand}>
            {t('by-hand:invite')}
          </Button>
        )}
      </div>
      {revealedInvite !== null && (
        <p className="invite-link ltr" tabIndex={0} role="group" aria-label={t('door:invite.link')}>
          <code data-testid="invite-link">{revealedInvite}</code>
        </p>
      )}
      <p className="small quiet">{t('door:invite.until', { when: clock.day(meeting.expiresAt) })}</p>
      <div className="invite-state small">
        {canBeFound && door !== 'locked' && (
          <strong>{t(door === 'open' ? 'door:invite.waitingOpen' : 'door:invite.waiting')}</strong>
        )}
        <StatusLine app={app} />
      </div>
    </section>
  );
}
