import {
  DoorClosed,
  EyeOff,
  LockKeyhole,
  Plus,
  SlidersHorizontal,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import candles from '../art/candles.svg';
import { Button } from '../components/button';
import { ContactsCard } from './contacts-card';
import { HomeNotices } from './home-notices';
import { Icon } from '../components/icon';
import { JoinCard } from './join-card';
import { OwnMeetingsCard } from './own-meetings-card';
import { usePlanning } from '../planning/planning';
import { UpcomingCard } from '../planning/upcoming-card';
import { upcomingOf } from '../planning/upcoming';
import { Brand, Page } from '../components/page';
import { PrivateModeBadge } from '../connection/private-mode-badge';
import { StatusLine } from '../connection/status-line';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-section';
import { useNow } from '../time';

export function Home({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { newMeeting, go } = useActions();
  const openSettings = useOpenSettings();
  const now = useNow(60_000);
  const planning = usePlanning(app.ownMeetings);
  const hasMeetings = app.ownMeetings.length > 0;
  const upcoming = upcomingOf(app.ownMeetings, now);
  const others = app.ownMeetings.filter((one) => !upcoming.some(({ id }) => id === one.id));
  return (
    <Page
      layout="home"
      label={t('common:home')}
      top={
        <>
          <Brand />
          <Button
            kind="bare"
            icon={Waypoints}
            className="push"
            data-testid="connection-open"
            onClick={() => {
              go({ name: 'connection' });
            }}
          >
            {t('connection:open')}
          </Button>
          <Button
            kind="bare"
            icon={SlidersHorizontal}
            data-testid="settings-open"
            onClick={() => {
              openSettings('you');
            }}
          >
            {t('common:settings')}
          </Button>
        </>
      }
      bottom={
        <>
          <PrivateModeBadge privateMode={app.privateMode} />
          <StatusLine app={app} />
          <button
            type="button"
            className="text-link push"
            onClick={() => {
              go({ name: 'connection' });
            }}
          >
            {t('connection:status.show')}
          </button>
        </>
      }
    >
      <HomeNotices app={app} />
      <div className="home-doors">
        <section className="hero night">
          <img src={candles} alt="" />
          <h1>{t('home:hero')}</h1>
          <p className="quiet">{t('home:heroText')}</p>
          <div className="hero-buttons">
            <Button kind="main" size="big" icon={Plus} data-testid="home-new-meeting" onClick={newMeeting}>
              {t('home:newMeeting')}
            </Button>
            {planning.button}
          </div>
        </section>
        <JoinCard />
      </div>
      <div className="home-doors">
        {hasMeetings ? (
          <div className="stack wide">
            {upcoming.length > 0 && <UpcomingCard meetings={upcoming} />}
            {others.length > 0 && <OwnMeetingsCard meetings={others} />}
          </div>
        ) : (
          <Protections app={app} />
        )}
        <ContactsCard contacts={app.contacts} />
      </div>
      {hasMeetings && <Protections app={app} />}
      {planning.dialogs}
    </Page>
  );
}

function Protections({ app }: { app: AppView }) {
  const { t } = useTranslation();
  return (
    <section className="card protections" aria-label={t('home:whatProtects')}>
      <Protection icon={LockKeyhole} title={t('home:sealed')} text={t('home:sealedText')} />
      <Protection icon={DoorClosed} title={t('home:door')} text={t('home:doorText')} />
      <Protection
        icon={EyeOff}
        title={t('home:limits')}
        text={t(app.privateMode.state === 'on' ? 'private-mode:limits' : 'home:limitsText')}
      />
    </section>
  );
}

function Protection({ icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <div className="protection">
      <Icon of={icon} size="large" />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}
