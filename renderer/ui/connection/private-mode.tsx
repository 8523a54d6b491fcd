import { Check, EyeOff, Minus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode, PrivateModeView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { Icon } from '../components/icon';
import { ProxyStatus } from './proxy-status';
import { SwitchRow } from '../components/switch-row';

const kinds = ['socks5', 'http'] as const;
type Kind = (typeof kinds)[number];
const usual = 'socks5://127.0.0.1:9050';

function split(proxy: string): { kind: Kind; address: string } {
  const [, scheme, address = ''] = /^(\w+):\/\/(.*)$/.exec(proxy.trim()) ?? [];
  return { kind: scheme === 'http' ? 'http' : 'socks5', address };
}

/** The choice of private mode: it counts from the next start, which follows at once. */
export function SettingsPrivateMode({ privateMode }: { privateMode: PrivateModeView }) {
  const { t } = useTranslation();
  const { setPrivateMode } = useActions();
  const isOn = privateMode.state === 'on';
  const saved = split((privateMode.state === 'damaged' ? undefined : privateMode.proxy) ?? usual);
  const [wants, setWants] = useState(privateMode.state !== 'off');
  const [kind, setKind] = useState(saved.kind);
  const [address, setAddress] = useState(saved.address);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const isAsSaved = isOn === wants && kind === saved.kind && address.trim() === saved.address;
  const isChanged = privateMode.state === 'damaged' || (wants ? !isAsSaved : isOn);

  async function save(): Promise<void> {
    // Whoever pastes a whole address has chosen its kind.
    const typed = address.includes('://') ? address : `${kind}://${address.trim()}`;
    // To turn it off, no address needs to be right.
    setProblem(await setPrivateMode(wants, wants ? typed : `${saved.kind}://${saved.address}`));
  }

  return (
    <form
      className="private-mode"
      noValidate
      aria-label={t('private-mode:title')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SwitchRow
        icon={EyeOff}
        title={t('private-mode:title')}
        text={t('private-mode:text')}
        on={wants}
        onSwitch={setWants}
        testId="private-mode-switch"
      />
      {privateMode.state === 'damaged' && (
        <p className="field-problem" data-testid="private-mode-damaged">
          {t('common:sentences', {
            first: t('errors:private-mode-damaged.what'),
            second: t('errors:private-mode-damaged.todo'),
          })}
        </p>
      )}
      <ul>
        <Consequence good text={t('private-mode:hides')} />
        <Consequence text={t('private-mode:later')} />
        <Consequence text={t('private-mode:off')} />
        <Consequence text={t('private-mode:needs')} />
      </ul>
      {wants && (
        <>
          <div className="choices" role="radiogroup" aria-label={t('private-mode:kind')}>
            {kinds.map((choice) => (
              <label key={choice}>
                <input
                  type="radio"
                  name="proxy-kind"
                  checked={choice === kind}
                  data-testid={`proxy-kind-${choice}`}
                  onChange={() => {
                    setKind(choice);
                  }}
                />
                {t(`private-mode:${choice}`)}
              </label>
            ))}
          </div>
          <Field
            label={t('private-mode:proxy')}
            hint={t('private-mode:proxyHint')}
            dir="ltr"
            value={address}
            spellCheck={false}
            data-testid="proxy-address"
            onChange={(event) => {
              setAddress(event.target.value);
              setProblem(null);
            }}
          />
        </>
      )}
      <p role="alert" className="field-problem" data-testid="private-mode-problem">
        {problem !== null &&
          t('common:sentences', {
            first: t(`errors:${problem}.what`),
            second: t(`errors:${problem}.todo`),
          })}
      </p>
      {isOn && wants && isAsSaved && (
        <ProxyStatus answers={privateMode.answers} unreached={privateMode.unreached} />
      )}
      {isChanged && (
        <div className="row">
          <p className="grow">{wants ? t('private-mode:restarts') : t('private-mode:offWarns')}</p>
          <Button type="submit" kind="main" data-testid="private-mode-save">
            {t(wants ? (isOn ? 'private-mode:change' : 'private-mode:turnOn') : 'private-mode:turnOff')}
          </Button>
        </div>
      )}
    </form>
  );
}

function Consequence({ text, good = false }: { text: string; good?: boolean }) {
  return (
    <li>
      <Icon of={good ? Check : Minus} size="small" />
      {text}
    </li>
  );
}
