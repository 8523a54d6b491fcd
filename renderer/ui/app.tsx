import { useEffect, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../locales';
import type { ViewModel } from '../state/view-model';
import { SystemWords } from './alerts/system-words';
import { Toasts } from './toasts';
import { useSelected, ViewModelProvider } from './context';
import { ConnectionScreen } from './connection/connection-screen';
import { Ended } from './meeting/ended-screen';
import { Home } from './home/home-screen';
import { Knocking } from './lobby/knocking-screen';
import { LockedScreen } from './vault/locked-screen';
import { Loading } from './loading-screen';
import { Meeting } from './meeting/meeting-screen';
import { Preview } from './lobby/preview-screen';
import { SettingsScreen } from './settings/settings-screen';
import { SettingsSectionContext, type SettingsSection } from './settings-section';
import { useChosenLanguage } from './use-chosen-language';
import './styles/index.css';

export function App({ model }: { model: ViewModel }) {
  return (
    <I18nextProvider i18n={i18n}>
      <ViewModelProvider model={model}>
        <Theme />
        <SystemWords />
        <Screens />
        <Toasts />
      </ViewModelProvider>
    </I18nextProvider>
  );
}

/** The tokens read the theme from the root element; without an attribute the system decides. */
function Theme() {
  const theme = useSelected(({ app }) => app?.settings.theme ?? 'system');
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  return null;
}

function Screens() {
  const [section, setSection] = useState<SettingsSection>('you');
  return (
    <SettingsSectionContext value={{ section, choose: setSection }}>
      <CurrentScreen />
    </SettingsSectionContext>
  );
}

function CurrentScreen() {
  const { lock, app, meeting, screen } = useSelected(({ lock, app, meeting, screen }) => ({
    lock,
    app,
    meeting,
    screen,
  }));
  const isSpoken = useChosenLanguage();
  if (lock?.state === 'locked') return <LockedScreen lock={lock} />;
  if (app === null || !isSpoken) return <Loading />;
  switch (meeting.phase) {
    case 'none':
      if (screen.name === 'connection') return <ConnectionScreen app={app} />;
      return screen.name === 'home' ? <Home app={app} /> : <SettingsScreen app={app} />;
    case 'preview':
      return <Preview app={app} meeting={meeting} />;
    case 'knocking':
      return <Knocking app={app} meeting={meeting} />;
    case 'inside':
      return <Meeting key={meeting.startedAt} app={app} meeting={meeting} />;
    case 'ended':
      return <Ended meeting={meeting} />;
  }
}
