import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MAX_RELAYS,
  type AppView,
  type ErrorCode,
  type RelayStatus,
  type Settings,
} from '../../state/contract';
import { useActions, useSelected } from '../context';
import { isRelayError } from './connection-errors';
import { isolated } from '../text';
import { useClock } from '../time';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { SwitchRow } from '../components/switch-row';
import { RelayRow, relayHost } from './relay-row';

type Relays = Settings['relays'];
type Refusal = ErrorCode | 'double';

/** The relays one by one, what has failed among them, and a place for another one. */
export function RelayList({ app }: { app: AppView }) {
  const { t } = useTranslation();
  const refused = useSelected(({ notice }) =>
    notice.kind === 'error' && isRelayError(notice.code) ? notice.code : null,
  );
  const { saveSettings, trySettings, dismissNotice } = useActions();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const listed = app.settings.relays;
  // Main has the last word: what it refuses is told here as well.
  const told = refusal ?? refused;

  function save(change: (relays: Relays) => Relays): void {
    clear();
    if (change(listed).length === 0) setRefusal('relay-list-empty');
    else saveSettings((now) => ({ relays: change(now.relays) }));
  }
  function clear(): void {
    setRefusal(null);
    if (told !== null && refusal === null) dismissNotice();
  }

  return (
    <div className="transport-more">
      <ul className="relays">
        {app.relays.map((relay) => (
          <RelayRow
            key={relay.url}
            relay={relay}
            onSwitch={(enabled) => {
              save((all) => all.map((one) => (one.url === relay.url ? { ...one, enabled } : one)));
            }}
            onRemove={() => {
              save((all) => all.filter((one) => one.url !== relay.url));
            }}
          />
        ))}
      </ul>
      <RelaysThatFail relays={app.relays} />
      {listed
        .filter(({ url, signIn }) => signIn || wantsSignIn(url))
        .map(({ url, signIn }) => (
          <SwitchRow
            key={url}
            title={t('connection:signIn', { relay: isolated(relayHost(url)) })}
            text={t('connection:signInText')}
            on={signIn}
            testId="relay-sign-in"
            onSwitch={(allowed) => {
              save((all) => all.map((one) => (one.url === url ? { ...one, signIn: allowed } : one)));
            }}
          />
        ))}
      <AddRelay
        listed={listed}
        problem={told === null ? undefined : wordsFor(told)}
        onRefuse={setRefusal}
        onType={clear}
        onAdd={(url) => {
          clear();
          return trySettings((now) => ({ relays: [...now.relays, { url, enabled: true, signIn: false }] }));
        }}
      />
    </div>
  );

  function wantsSignIn(url: string): boolean {
    return app.relays.some((relay) => relay.url === url && relay.refusal === 'sign-in');
  }

  function wordsFor(code: Refusal): string {
    if (code === 'double') return t('settings:relayDouble');
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
}

/** Which relays have stopped answering, or refuse, and whether anything is lost by it. */
function RelaysThatFail({ relays }: Pick<AppView, 'relays'>) {
  const { t } = useTranslation();
  const clock = useClock();
  const inUse = relays.filter(({ enabled }) => enabled);
  const [silent, refusing, works] = (['silent', 'refuses', 'works'] as const).map((wanted) =>
    inUse.filter(({ state }) => state === wanted),
  ) as [RelayStatus[], RelayStatus[], RelayStatus[]];
  if (silent.length === 0 && refusing.length === 0) return null;
  const said = [
    ...(silent.length === 0 ? [] : [silentWords(silent)]),
    ...(refusing.length === 0 ? [] : [t('connection:relaysRefuse', { count: refusing.length })]),
    works.length > 0 ? t('connection:othersWork', { count: works.length }) : t('connection:noOtherRelay'),
  ];
  return (
    <p className="sub" data-testid="relays-silent">
      {said.reduce((first, second) => t('common:inARow', { first, second }))}
    </p>
  );

  function silentWords([first, ...others]: RelayStatus[]): string {
    if (first && others.length === 0 && first.lastAnswerAt !== null)
      return t('connection:relaySilent', {
        relay: isolated(relayHost(first.url)),
        time: clock.time(first.lastAnswerAt),
      });
    return t('connection:relaysSilent', { count: others.length + 1 });
  }
}

interface AddRelayProps {
  listed: Relays;
  problem: string | undefined;
  onRefuse: (refusal: Refusal) => void;
  onType: () => void;
  /** Null once it is kept, otherwise why not. */
  onAdd: (url: string) => Promise<ErrorCode | null>;
}

function AddRelay({ listed, problem, onRefuse, onType, onAdd }: AddRelayProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');

  async function add(): Promise<void> {
    const url = text.trim();
    const refusal = refusalOf(url, listed) ?? (await onAdd(url));
    if (refusal === null) setText((now) => (now === text ? '' : now));
    else onRefuse(refusal);
  }

  return (
    <form
      className="relay-add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={t('settings:relayAdd')}
        hint={t('settings:relayFull', { count: MAX_RELAYS })}
        placeholder="wss://"
        dir="ltr"
        value={text}
        spellCheck={false}
        data-testid="relay-add-input"
        onChange={(event) => {
          setText(event.target.value);
          onType();
        }}
        after={
          <Button type="submit" data-testid="relay-add">
            {t('settings:add')}
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
