import { CalendarPlus, Plus, SlidersHorizontal, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import candles from '../art/candles.svg';
import { Avatar } from '../components/avatar';
import { Button } from '../components/button';
import { ContactsCard } from './contacts-card';
import { FirstCards } from './first-cards';
import { HomeNotices } from './home-notices';
import { JoinCard } from './join-card';
import { NothingYet } from './nothing-yet';
import { OwnMeetingsCard } from './own-meetings-card';
import { RejoinNotice } from './rejoin-notice';
import { usePlanning } from '../planning/planning';
import { UpcomingCard } from '../planning/upcoming-card';
import { allUpcoming, upcomingOf } from '../planning/upcoming';
import { Brand, Page } from '../components/page';
import { PrivateModeBadge } from '../connection/private-mode-badge';
import { StatusLine } from '../connection/status-line';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-section';
import { withoutDirectionMarks } from '../text';
import { useNow } from '../time';

export function Home({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { newMeeting, go } = useActions();
  const openSettings = useOpenSettings();
  const now = useNow(60_000);
  const planning = usePlanning(app.ownMeetings);
  const planned = upcomingOf(app.ownMeetings, now);
  const others = app.ownMeetings.filter((one) => !planned.some(({ id }) => id === one.id));
  const upcoming = allUpcoming(planned, app.keptInvites);
  const hasMeetings = upcoming.length + others.length > 0;
  const isFirst = !app.settings.firstCardsRead && !hasMeetings && app.contacts.length === 0;
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
          {app.settings.name !== '' && (
            <Button
              kind="bare"
              className="home-you"
              title={t('welcome:you')}
              data-testid="home-you"
              onClick={() => {
                openSettings('you');
              }}
            >
              <Avatar name={app.settings.name} size="small" />
              <bdi className="cut">{withoutDirectionMarks(app.settings.name)}</bdi>
            </Button>
          )}
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
      <RejoinNotice />
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
      {isFirst ? (
        <FirstCards />
      ) : (
        <div className="home-doors home-lists">
          <div className="stack wide">
            {hasMeetings ? (
              <>
                {upcoming.length > 0 && <UpcomingCard meetings={upcoming} />}
                {others.length > 0 && <OwnMeetingsCard meetings={others} />}
              </>
            ) : (
              <section className="card" aria-label={t('planning:upcoming')}>
                <h2>{t('planning:upcoming')}</h2>
                <NothingYet
                  title={t('welcome:noMeetings.title')}
                  text={t('welcome:noMeetings.text')}
                  testId="upcoming-empty"
                >
                  <Button kind="line" icon={CalendarPlus} data-testid="upcoming-plan" onClick={planning.open}>
                    {t('planning:title')}
                  </Button>
                </NothingYet>
              </section>
            )}
          </div>
          <ContactsCard contacts={app.contacts} />
        </div>
      )}
      {planning.dialogs}
    </Page>
  );
}
