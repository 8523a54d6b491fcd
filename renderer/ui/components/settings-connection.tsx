import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_RELAYS, type AppView, type Settings } from '../../state/contract';
import { useActions, useSnapshot } from '../context';
import { isRelayError } from '../relay-errors';
import { Button } from './button';
import { Field } from './field';
import { RelayRow } from './relay-row';
import { SettingsPart } from './settings-part';
import { SettingsTurn } from './settings-turn';
import { StatusLine } from './status-line';

type Relays = Settings['relays'];
type Refusal = 'relay-url-invalid' | 'relay-list-empty' | 'relay-list-too-long' | 'double';

export function SettingsConnection({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const { notice } = useSnapshot();
  const { saveSettings, dismissNotice } = useActions();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const listed = app.settings.relays;
  // Main has the last word: what it refuses is told here as well.
  const told = refusal ?? (notice.kind === 'error' && isRelayError(notice.code) ? notice.code : null);

  function save(relays: Relays): void {
    clear();
    if (relays.length === 0) setRefusal('relay-list-empty');
    else saveSettings({ relays });
  }
  function clear(): void {
    setRefusal(null);
    if (told !== null && refusal === null) dismissNotice();
  }

  return (
    <SettingsPart section="connection">
      <div className="relay-head">
        <h3>{t('settings.relays')}</h3>
        <p>{t('settings.relaysText')}</p>
        <StatusLine relays={app.relays} />
      </div>
      <ul className="relays">
        {app.relays.map((relay) => (
          <RelayRow
            key={relay.url}
            relay={relay}
            onSwitch={(enabled) => {
              save(listed.map((one) => (one.url === relay.url ? { ...one, enabled } : one)));
            }}
            onRemove={() => {
              save(listed.filter((one) => one.url !== relay.url));
            }}
          />
        ))}
      </ul>
      <AddRelay
        listed={listed}
        problem={told === null ? undefined : wordsFor(told)}
        onRefuse={setRefusal}
        onType={clear}
        onAdd={(url) => {
          save([...listed, { url, enabled: true }]);
        }}
      />
      <SettingsTurn settings={app.settings} />
    </SettingsPart>
  );

  function wordsFor(code: Refusal): string {
    if (code === 'double') return t('settings.relayDouble');
    return t('common.sentences', { first: t(`errors.${code}.what`), second: t(`errors.${code}.todo`) });
  }
}

interface AddRelayProps {
  listed: Relays;
  problem: string | undefined;
  onRefuse: (refusal: Refusal) => void;
  onType: () => void;
  onAdd: (url: string) => void;
}

function AddRelay({ listed, problem, onRefuse, onType, onAdd }: AddRelayProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  function add(): void {
    const url = text.trim();
    const refusal = refusalOf(url, listed);
    if (refusal !== null) {
      onRefuse(refusal);
      return;
    }
    onAdd(url);
    setText('');
  }

  return (
    <form
      className="relay-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Field
        label={t('settings.relayAdd')}
        hint={t('settings.relayFull', { count: MAX_RELAYS })}
        placeholder="wss://"
        value={text}
        autoComplete="off"
        spellCheck={false}
        data-testid="relay-add-input"
        onChange={(event) => {
          setText(event.target.value);
          onType();
        }}
        after={
          <Button type="submit" data-testid="relay-add">
            {t('settings.add')}
          </Button>
        }
      />
      <p role="alert" className="field-problem">
        {problem !== undefined && <span data-testid="relay-error">{problem}</span>}
      </p>
    </form>
  );
}

function refusalOf(url: string, listed: Relays): Refusal | null {
  if (!URL.canParse(url) || !/^wss?:$/.test(new URL(url).protocol)) return 'relay-url-invalid';
  if (listed.some((one) => isSameAddress(one.url, url))) return 'double';
  return listed.length >= MAX_RELAYS ? 'relay-list-too-long' : null;
}

function isSameAddress(one: string, other: string): boolean {
  const plain = (url: string) => (URL.canParse(url) ? new URL(url).href : url);
  return plain(one) === plain(other);
}
