import { DoorClosed, EyeOff, LockKeyhole, Plus, SlidersHorizontal, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import candles from '../art/candles.svg';
import { Button } from '../components/button';
import { ContactsCard } from '../components/contacts-card';
import { HomeNotices } from '../components/home-notices';
import { Icon } from '../components/icon';
import { JoinCard } from '../components/join-card';
import { Brand, Page } from '../components/page';
import { PrivateModeBadge } from '../components/private-mode-badge';
import { StatusLine } from '../components/status-line';
import { useActions } from '../context';
import { useOpenSettings } from '../settings-door';

export function Home({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { newMeeting } = useActions();
  const openSettings = useOpenSettings();
  return (
    <Page
      layout="home"
      label={t('common.home')}
      top={
        <>
          <Brand />
          <Button
            kind="bare"
            icon={SlidersHorizontal}
            className="push"
            data-testid="settings-open"
            onClick={() => {
              openSettings('you');
            }}
          >
            {t('common.settings')}
          </Button>
        </>
      }
      bottom={
        <>
          <PrivateModeBadge privateMode={app.privateMode} />
          <StatusLine relays={app.relays} />
          <button
            type="button"
            className="text-link push"
            onClick={() => {
              openSettings('connection');
            }}
          >
            {t('status.show')}
          </button>
        </>
      }
    >
      <HomeNotices app={app} />
      <div className="home-doors">
        <section className="hero night">
          <img src={candles} alt="" />
          <h1>{t('home.hero')}</h1>
          <p className="quiet">{t('home.heroText')}</p>
          <Button kind="main" size="big" icon={Plus} data-testid="home-new-meeting" onClick={newMeeting}>
            {t('home.newMeeting')}
          </Button>
        </section>
        <JoinCard />
      </div>
      <div className="home-doors">
        <section className="card protections" aria-label={t('home.whatProtects')}>
          <Protection icon={LockKeyhole} title={t('home.sealed')} text={t('home.sealedText')} />
          <Protection icon={DoorClosed} title={t('home.door')} text={t('home.doorText')} />
          <Protection
            icon={EyeOff}
            title={t('home.limits')}
            text={t(app.privateMode.state === 'on' ? 'privateMode.limits' : 'home.limitsText')}
          />
        </section>
        <ContactsCard contacts={app.contacts} />
      </div>
    </Page>
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
