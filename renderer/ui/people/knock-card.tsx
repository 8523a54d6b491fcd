import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trust } from '../../state/contract';
import { useSelected } from '../context';
import { isolated } from '../text';
import { useClock } from '../time';
import { Avatar } from '../components/avatar';
import { StandingBadge } from '../components/badge';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { nameOf } from './knock-name';
import { KnockOutcomeWord } from './knock-outcome';
import type { KnockRow } from './knock-rows';
import { ContactNameLine } from './trust-lines';

export interface KnockRowProps {
  row: KnockRow;
  /** False for a moment after something has moved. */
  isSettled: boolean;
  onAdmit: () => void;
  onDeny: () => void;
  menu: ReactNode;
}

/** By a link that was made for one person: whoever knocks should be that person. */
function CameBy({ link }: { link: string | null }) {
  const { t } = useTranslation();
  const meetings = useSelected(({ app }) => app?.ownMeetings) ?? [];
  if (link === null) return null;
  const label = meetings.flatMap(({ personal }) => personal).find(({ id }) => id === link)?.label ?? '';
  return (
    <p className="small" data-testid="knock-by-link">
      {label === '' ? t('invites:byLinkUnnamed') : t('invites:byLink', { name: isolated(label) })}
    </p>
  );
}

/** Somebody at the door. The name is whatever that person wrote. */
export function KnockCard({ row: { knock, outcome }, isSettled, onAdmit, onDeny, menu }: KnockRowProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const name = nameOf(knock, t);
  // The main button is the safe way.
  const isDoubtful = knock.trust === 'changed';
  return (
    <li className="knock" data-testid="knock-card" data-trust={knock.trust} data-outcome={outcome}>
      <div className="row">
        <Avatar name={name} />
        <div className="grow" tabIndex={-1} data-knock-name={knock.knockId}>
          <p className="knock-title">{t('door:knock.title', { name: isolated(name) })}</p>
          <p className="row small quiet">
            <StandingBadge standing={knock.trust} />
            {t('door:knock.since', { time: clock.time(knock.since) })}
          </p>
          <ContactNameLine contactName={knock.contactName} />
          <CameBy link={knock.byLink} />
        </div>
        {menu}
      </div>
      {/* Whatever is decided, the card keeps its height: the one below must not come under the pointer. */}
      <KnockText trust={knock.trust} name={name} />
      <div className="row knock-answers">
        {outcome === 'waiting' ? (
          <>
            <Button
              kind={isDoubtful ? 'line' : 'main'}
              data-testid="knock-admit"
              aria-disabled={!isSettled}
              onClick={onAdmit}
            >
              {t('door:knock.admit')}
            </Button>
            <Button
              kind={isDoubtful ? 'main' : 'line'}
              data-testid="knock-deny"
              aria-disabled={!isSettled}
              onClick={onDeny}
            >
              {t('door:knock.deny')}
            </Button>
          </>
        ) : (
          <KnockOutcomeWord outcome={outcome} />
        )}
      </div>
    </li>
  );
}

function KnockText({ trust, name }: { trust: Trust; name: string }) {
  const { t } = useTranslation();
  switch (trust) {
    case 'changed':
      return <NoticeBox title={t('verification:trust.knockChanged', { name: isolated(name) })} />;
    case 'verified':
      return <p className="small">{t('verification:trust.knockVerified')}</p>;
    case 'met':
      return <p className="small">{t('verification:trust.knockMet')}</p>;
    case 'new':
      return <p className="small">{t('door:knock.text')}</p>;
  }
}
