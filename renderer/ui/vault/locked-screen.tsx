import { LockKeyhole } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import type { ErrorCode, LockView } from '../../state/contract';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { Brand, Page } from '../components/page';
import { PassphraseField } from './passphrase-field';
import { StartOverDialog } from './start-over-dialog';
import { useActions } from '../context';

type Locked = Extract<LockView, { state: 'locked' }>;

/** The screen of a locked vault: nothing else is there before the passphrase is given. */
export function LockedScreen({ lock }: { lock: Locked }) {
  const { t } = useTranslation();
  const { unlock } = useActions();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [asksToStartOver, setAsksToStartOver] = useState(false);
  const seconds = useSecondsLeft(lock);

  async function open(): Promise<void> {
    if (passphrase === '') {
      setProblem('passphrase-empty');
      return;
    }
    setProblem(null);
    setIsBusy(true);
    const answer = await unlock(passphrase);
    setIsBusy(false);
    setPassphrase('');
    if (answer.kind === 'failed') setProblem(answer.code);
  }

  return (
    <Page layout="locked" label={t('identity:locked.title')} top={<Brand />}>
      <section className="card locked-card" data-testid="locked">
        <h1>
          <Icon of={LockKeyhole} /> {t('identity:locked.title')}
        </h1>
        <p className="quiet">{t('identity:locked.text')}</p>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && seconds === 0) void open();
          }}
        >
          <PassphraseField
            label={t('identity:locked.passphrase')}
            value={passphrase}
            testId="unlock-passphrase"
            onType={setPassphrase}
          />
          <p role="alert" className="field-problem" data-testid="unlock-problem">
            {problem !== null &&
              t('common:sentences', {
                first: t(`errors:${problem}.what`),
                second: t(`errors:${problem}.todo`),
              })}
          </p>
          <Button kind="main" size="big" type="submit" disabled={isBusy || seconds > 0} data-testid="unlock">
            {isBusy ? t('identity:secret.busy') : seconds > 0 ? waitFor(seconds) : t('identity:locked.open')}
          </Button>
        </form>
        <details>
          <summary>{t('identity:locked.forgot')}</summary>
          <p>{t('identity:locked.forgotText')}</p>
          <Button
            kind="line"
            data-testid="locked-start-over"
            onClick={() => {
              setAsksToStartOver(true);
            }}
          >
            {t('identity:vault.startOver')}
          </Button>
        </details>
      </section>
      {asksToStartOver && (
        <StartOverDialog
          why="forgotten"
          onClose={() => {
            setAsksToStartOver(false);
          }}
        />
      )}
    </Page>
  );

  function waitFor(count: number): string {
    return count > 90
      ? t('identity:locked.waitMinutes', { count: Math.ceil(count / 60) })
      : t('identity:locked.wait', { count });
  }
}

/** Counts down from when the lock was told of, by a clock that is never set; 0 when a passphrase may be tried. */
function useSecondsLeft(lock: Locked): number {
  const [left, setLeft] = useState({ of: lock, ms: lock.waitMs });
  useEffect(() => {
    if (lock.waitMs === 0) return;
    const until = systemClocks.steady() + lock.waitMs;
    const timer = setInterval(() => {
      setLeft({ of: lock, ms: Math.max(0, until - systemClocks.steady()) });
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [lock]);
  return Math.ceil((left.of === lock ? left.ms : lock.waitMs) / 1000);
}
