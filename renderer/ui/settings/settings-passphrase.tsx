import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView, Settings } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { SecretDialog, type SecretTask } from './secret-dialog';
import { Setting } from './settings-part';

/** Whether a passphrase can be set, and whether one is. */
function passphraseOf({ vault }: AppView): 'set' | 'none' | 'impossible' {
  if (vault.state === 'memory-only') return vault.reason === 'no-key-store' ? 'none' : 'impossible';
  return vault.passphrase ? 'set' : 'none';
}

export function SettingsPassphrase({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const [task, setTask] = useState<SecretTask | null>(null);
  const passphrase = passphraseOf(app);
  if (passphrase === 'impossible') return null;
  // Without the system's key store it is all that protects: it can be changed, not removed.
  const isOnlyProtection = app.vault.state !== 'memory-only' && app.vault.protection === 'none';
  const isSet = passphrase === 'set';
  return (
    <>
      <Setting
        title={t('settings:passphrase')}
        text={t(isSet ? 'settings:passphraseOn' : 'settings:passphraseOff')}
      >
        <div className="row">
          <Button
            data-testid="passphrase-set"
            onClick={() => {
              setTask(isSet ? 'change' : 'set');
            }}
          >
            {t(isSet ? 'settings:passphraseChange' : 'settings:passphraseSet')}
          </Button>
          {isSet && !isOnlyProtection && (
            <Button
              kind="line"
              data-testid="passphrase-remove"
              onClick={() => {
                setTask('remove');
              }}
            >
              {t('settings:passphraseRemove')}
            </Button>
          )}
        </div>
      </Setting>
      {isSet && <LockSetting minutes={app.settings.lockAfterMinutes} />}
      {task !== null && (
        <SecretDialog
          task={task}
          onClose={() => {
            setTask(null);
          }}
        />
      )}
    </>
  );
}

const choices: readonly Settings['lockAfterMinutes'][] = [5, 15, 60, null];

function LockSetting({ minutes }: { minutes: Settings['lockAfterMinutes'] }) {
  const { t } = useTranslation();
  const { saveSettings, lockNow } = useActions();
  return (
    <Setting title={t('settings:lockAfter')} text={t('settings:lockAfterText')}>
      <div className="row">
        <select
          className="input"
          aria-label={t('settings:lockAfter')}
          data-testid="lock-after"
          value={String(minutes)}
          onChange={(event) => {
            const chosen = choices.find((choice) => String(choice) === event.target.value);
            if (chosen !== undefined) saveSettings({ lockAfterMinutes: chosen });
          }}
        >
          {choices.map((choice) => (
            <option key={String(choice)} value={String(choice)}>
              {choice === null ? t('settings:lockNever') : t('settings:lockMinutes', { count: choice })}
            </option>
          ))}
        </select>
        <Button data-testid="lock-now" onClick={lockNow}>
          {t('settings:lockNow')}
        </Button>
      </div>
    </Setting>
  );
}
