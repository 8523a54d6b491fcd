import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutNames, type AppView } from '../../state/contract';
import { Button } from '../components/button';
import { useActions } from '../context';
import { FixedKeys } from '../shortcuts/fixed-keys';
import { MuteEverywhere } from '../shortcuts/mute-everywhere';
import { ShortcutRow } from '../shortcuts/shortcut-row';
import { Setting, SettingsPart } from './settings-part';

export function SettingsShortcuts({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const chosen = app.settings.shortcuts;
  const [said, setSaid] = useState('');
  return (
    <SettingsPart section="shortcuts">
      <MuteEverywhere app={app} />
      <Setting title={t('shortcuts:meeting')} text={t('shortcuts:meetingText')}>
        <Button
          isIdle={Object.keys(chosen).length === 0}
          data-testid="shortcuts-reset"
          onClick={() => {
            saveSettings({ shortcuts: {} });
            setSaid(t('shortcuts:allReset'));
          }}
        >
          {t('shortcuts:resetAll')}
        </Button>
      </Setting>
      <span className="unseen" role="status">
        {said}
      </span>
      <dl className="keys keys-set">
        {shortcutNames.map((name) => (
          <ShortcutRow key={name} name={name} isChosen={name in chosen} onSaid={setSaid} />
        ))}
      </dl>
      <Setting title={t('shortcuts:fixed')} text={t('shortcuts:fixedText')} />
      <dl className="keys keys-set">
        <FixedKeys />
      </dl>
    </SettingsPart>
  );
}
