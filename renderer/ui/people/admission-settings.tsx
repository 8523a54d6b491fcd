/** Who comes in from now on, and by which link. Seen by all, changed by the host and co-hosts. */
import { BellRing, Copy, DoorClosed, DoorOpen, Hand, Lock, RefreshCw } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { doorOf } from '../admission';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { InvitesButton } from '../invites/invites-button';
import { SwitchRow } from '../components/switch-row';

interface DoorSettingsProps {
  meeting: InsidePhase;
  onReplaceLink: () => void;
}

export function DoorSettings({ meeting, onReplaceLink }: DoorSettingsProps) {
  const { t } = useTranslation();
  const id = useId();
  const { setLobby, copyInvite, openByHand } = useActions();
  const { rights, lobby, locked } = meeting;
  return (
    <section className="door" aria-labelledby={id}>
      <h3 id={id} className="over-line">
        {t('door:title')}
      </h3>
      {rights === 'none' ? (
        <DoorState meeting={meeting} />
      ) : (
        <SwitchRow
          icon={BellRing}
          title={t('door:lobby')}
          text={t(lobby ? 'door:lobbyOn' : locked ? 'door:lobbyOffLocked' : 'door:lobbyOff')}
          on={lobby}
          onSwitch={setLobby}
          testId="lobby-switch"
        />
      )}
      <div className="door-link">
        <div>
          <b>{t('door:invite.link')}</b>
          <span className="sub">{t('door:linkText')}</span>
        </div>
        <div className="row wrap">
          <Button
            icon={Copy}
            aria-label={t('door:invite.copy')}
            data-testid="people-copy-invite"
            onClick={copyInvite}
          >
            {t('door:copy')}
          </Button>
          {rights === 'host' && (
            <Button
              kind="line"
              icon={RefreshCw}
              aria-label={t('door:replaceLabel')}
              data-testid="replace-link"
              onClick={onReplaceLink}
            >
              {t('door:replace')}
            </Button>
          )}
          <InvitesButton />
          {meeting.byHand.mayInvite && (
            <Button kind="line" icon={Hand} data-testid="people-by-hand" onClick={openByHand}>
              {t('by-hand:invite')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

/** The meeting's lock, at the foot of the panel, since it may be needed in haste. */
export function LockSwitch({ locked }: { locked: boolean }) {
  const { t } = useTranslation();
  const { setLock } = useActions();
  return (
    <SwitchRow
      icon={Lock}
      title={t('door:lock')}
      text={t('door:lockText')}
      on={locked}
      onSwitch={setLock}
      testId="lock-switch"
    />
  );
}

const doorIcons = { locked: Lock, open: DoorOpen, asks: DoorClosed } as const;

function DoorState({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const door = doorOf(meeting);
  return (
    <p className="door-state" data-testid="door-state" data-state={door}>
      <Icon of={doorIcons[door]} />
      {t(`door:${door}`)}
    </p>
  );
}
