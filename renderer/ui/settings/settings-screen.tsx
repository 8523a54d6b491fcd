import {
  Bell,
  Contrast,
  Info,
  Keyboard,
  User,
  UsersRound,
  Video,
  Waypoints,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../state/contract';
import { HomeButton, Page } from '../components/page';
import { SettingsAbout } from './settings-about';
import { SettingsAlerts } from './settings-alerts';
import { SettingsContacts } from './settings-contacts';
import { SettingsConnection } from './settings-connection';
import { SettingsAppearance } from './settings-appearance';
import { SettingsDevices } from './settings-devices';
import { SettingsShortcuts } from './settings-shortcuts';
import { SettingsYou } from './settings-you';
import { Icon } from '../components/icon';
import { useActions } from '../context';
import {
  sectionTitle,
  settingsSections,
  useOpenSettings,
  useSettingsSection,
  type SettingsSection,
} from '../settings-section';

const icons: Record<SettingsSection, LucideIcon> = {
  you: User,
  devices: Video,
  alerts: Bell,
  shortcuts: Keyboard,
  contacts: UsersRound,
  connection: Waypoints,
  appearance: Contrast,
  about: Info,
};

export function SettingsScreen({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { go } = useActions();
  const section = useSettingsSection();
  const parts = useRef<HTMLDivElement>(null);

  function show(chosen: SettingsSection): void {
    const part = parts.current?.querySelector(`[data-section="${chosen}"]`);
    if (chosen === settingsSections[0]) parts.current?.closest('main')?.scrollTo({ top: 0 });
    else part?.scrollIntoView({ block: 'start' });
  }
  const showAtOpening = useEffectEvent(() => {
    show(section);
  });
  useEffect(() => {
    showAtOpening();
  }, []);

  return (
    <Page
      layout="settings"
      label={t('settings:title')}
      top={
        <HomeButton
          onClick={() => {
            go({ name: 'home' });
          }}
        />
      }
    >
      <SideNavigation current={section} onChoose={show} />
      <div className="settings-parts" ref={parts}>
        <h1 className="unseen">{t('settings:title')}</h1>
        <SettingsYou app={app} />
        <SettingsDevices settings={app.settings} />
        <SettingsAlerts app={app} />
        <SettingsShortcuts app={app} />
        <SettingsContacts contacts={app.contacts} />
        <SettingsConnection app={app} />
        <SettingsAppearance settings={app.settings} />
        <SettingsAbout app={app} />
      </div>
    </Page>
  );
}

interface SideNavigationProps {
  current: SettingsSection;
  onChoose: (section: SettingsSection) => void;
}

function SideNavigation({ current, onChoose }: SideNavigationProps) {
  const { t } = useTranslation();
  const open = useOpenSettings();
  return (
    <nav className="side" aria-label={t('settings:sections')}>
      {settingsSections.map((section) => (
        <button
          key={section}
          type="button"
          aria-current={section === current}
          data-testid={`side-${section}`}
          onClick={() => {
            open(section);
            onChoose(section);
          }}
        >
          <Icon of={icons[section]} />
          {t(sectionTitle(section))}
        </button>
      ))}
    </nav>
  );
}
