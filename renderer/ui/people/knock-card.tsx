import { useTranslation } from 'react-i18next';
import type { KnockView, Trust } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { isolated, withoutDirectionMarks } from '../text';
import { useClock } from '../time';
import { Avatar } from '../components/avatar';
import { StandingBadge } from '../components/badge';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { ContactNameLine } from './trust-lines';

export function KnockList({ knocks }: { knocks: readonly KnockView[] }) {
  const { t } = useTranslation();
  if (knocks.length === 0) return null;
  return (
    <ul className="knocks" aria-label={t('door:knock.heading')}>
      {knocks.map((knock) => (
        <KnockCard key={knock.knockId} knock={knock} />
      ))}
    </ul>
  );
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
function KnockCard({ knock }: { knock: KnockView }) {
  const { t } = useTranslation();
  const { admit, deny } = useActions();
  const clock = useClock();
  const name = withoutDirectionMarks(knock.name).trim() === '' ? t('common:somebody') : knock.name;
  // The main button is the safe way.
  const isDoubtful = knock.trust === 'changed';
  return (
    <li className="knock" data-testid="knock-card" data-trust={knock.trust}>
      <div className="row">
        <Avatar name={name} />
        <div className="grow">
          <p className="knock-title">{t('door:knock.title', { name: isolated(name) })}</p>
          <p className="row small quiet">
            <StandingBadge standing={knock.trust} />
            {t('door:knock.since', { time: clock.time(knock.since) })}
          </p>
          <ContactNameLine contactName={knock.contactName} />
          <CameBy link={knock.byLink} />
        </div>
      </div>
      <KnockText trust={knock.trust} name={name} />
      <div className="row">
        <Button
          kind={isDoubtful ? 'line' : 'main'}
          data-testid="knock-admit"
          onClick={() => {
            admit(knock.knockId);
          }}
        >
          {t('door:knock.admit')}
        </Button>
        <Button
          kind={isDoubtful ? 'main' : 'line'}
          data-testid="knock-deny"
          onClick={() => {
            deny(knock.knockId);
          }}
        >
          {t('door:knock.deny')}
        </Button>
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
