import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import type { Snapshot } from '../../state/snapshot';
import type { VaultAnswer } from '../../state/actions/vault';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { PassphraseField } from '../vault/passphrase-field';

export type SecretTask = 'set' | 'change' | 'remove' | 'export' | 'import';

/** Which passphrases are asked for: the one that is known, and one that is new. */
const asked: Record<SecretTask, { known: boolean; fresh: boolean }> = {
  set: { known: false, fresh: true },
  change: { known: true, fresh: true },
  remove: { known: true, fresh: false },
  export: { known: false, fresh: true },
  import: { known: true, fresh: false },
};

type Problem = ErrorCode | 'differs' | null;

/** Everything that is done with a passphrase while the vault is open. */
export function SecretDialog({ task, onClose }: { task: SecretTask; onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useActions();
  const hasWeakStore = useSelected(isWeak);
  const [known, setKnown] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem>(null);
  const [isBusy, setIsBusy] = useState(false);
  const form = useId();
  const { known: asksKnown, fresh: asksFresh } = asked[task];

  async function submit(): Promise<void> {
    const found = wrongWith();
    setProblem(found);
    if (found !== null) return;
    setIsBusy(true);
    const answer = await run();
    setIsBusy(false);
    if (answer.kind === 'done') onClose();
    if (answer.kind === 'failed') setProblem(answer.code);
  }
  function wrongWith(): Problem {
    if ((asksKnown && known === '') || (asksFresh && fresh === '')) return 'passphrase-empty';
    return asksFresh && fresh !== again ? 'differs' : null;
  }
  function run(): Promise<VaultAnswer> {
    switch (task) {
      case 'set':
        return actions.setPassphrase(null, fresh);
      case 'change':
        return actions.setPassphrase(known, fresh);
      case 'remove':
        return actions.removePassphrase(known);
      case 'export':
        return actions.exportIdentity(fresh);
      case 'import':
        return actions.importIdentity(known);
    }
  }

  return (
    <Dialog
      width="narrow"
      title={t(`identity:secret.${task}.title`)}
      testId={`secret-${task}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('identity:secret.cancel')}</Button>
          <Button
            kind="main"
            type="submit"
            form={form}
            className="push"
            disabled={isBusy}
            data-testid="secret-confirm"
          >
            {t(isBusy ? 'identity:secret.busy' : `identity:secret.${task}.confirm`)}
          </Button>
        </>
      }
    >
      <p>
        {t(
          task === 'remove' && hasWeakStore
            ? 'identity:secret.remove.weakText'
            : `identity:secret.${task}.text`,
        )}
      </p>
      <form
        id={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        {asksKnown && (
          <PassphraseField
            label={t(task === 'import' ? 'identity:secret.ofFile' : 'identity:secret.current')}
            value={known}
            testId="secret-known"
            onType={setKnown}
          />
        )}
        {asksFresh && (
          <>
            <PassphraseField
              isNew
              label={t(task === 'export' ? 'identity:secret.ofFile' : 'identity:secret.fresh')}
              value={fresh}
              testId="secret-fresh"
              onType={setFresh}
            />
            <PassphraseField
              label={t('identity:secret.again')}
              value={again}
              testId="secret-again"
              onType={setAgain}
            />
          </>
        )}
        <p role="alert" className="field-problem" data-testid="secret-problem">
          {problem !== null && wordsFor(problem)}
        </p>
      </form>
    </Dialog>
  );

  function wordsFor(code: Exclude<Problem, null>): string {
    if (code === 'differs') return t('identity:secret.differs');
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
}

/** What the system's key store protects, whoever has the files can read. */
function isWeak({ app }: Snapshot): boolean {
  return app !== null && app.vault.state !== 'memory-only' && app.vault.protection === 'weak';
}
