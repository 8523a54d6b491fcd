import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_NAME_BYTES, type AppView } from '../../state/contract';
import { useActions } from '../context';
import { bytesOf } from '../text';
import { Button } from '../components/button';
import { SettingsIdentity } from './settings-identity';
import { SettingsPart } from './settings-part';
import { SettingsPassphrase } from './settings-passphrase';

export function SettingsYou({ app }: { app: AppView }) {
  return (
    <SettingsPart section="you">
      <NameSetting key={app.settings.name} saved={app.settings.name} />
      <SettingsIdentity fingerprint={app.fingerprint} />
      <SettingsPassphrase app={app} />
    </SettingsPart>
  );
}

function NameSetting({ saved }: { saved: string }) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const [name, setName] = useState(saved);
  const isTooLong = bytesOf(name.trim()) > MAX_NAME_BYTES;
  const isChanged = name.trim() !== saved;
  return (
    <form
      className="set"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTooLong && isChanged) saveSettings({ name: name.trim() });
      }}
    >
      <div className="grow">
        <h3>
          <label htmlFor="settings-name">{t('settings:name')}</label>
        </h3>
        <p id="settings-name-text">{t('settings:nameText')}</p>
        <p role="alert" className="field-problem">
          {isTooLong &&
            t('common:sentences', {
              first: t('errors:name-too-long.what'),
              second: t('errors:name-too-long.todo'),
            })}
        </p>
      </div>
      <div className="row">
        <input
          className="input"
          id="settings-name"
          aria-describedby="settings-name-text"
          aria-invalid={isTooLong}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          value={name}
          data-testid="settings-name"
          onChange={(event) => {
            setName(event.target.value);
          }}
        />
        <Button type="submit" disabled={isTooLong || !isChanged} data-testid="settings-save-name">
          {t('settings:save')}
        </Button>
      </div>
    </form>
  );
}
