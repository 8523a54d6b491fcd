import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { useActions } from '../context';
import { PassphraseField } from '../vault/passphrase-field';

type Outcome = 'whole' | 'cut-off' | 'damaged';

/** In the settings: a recording that was encrypted becomes a file that any player plays. */
export function OpenRecordingSetting() {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="set">
      <div className="grow">
        <h3>{t('recording:open.title')}</h3>
        <p>{t('recording:open.text')}</p>
      </div>
      <Button
        kind="line"
        data-testid="open-recording"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('recording:open.action')}
      </Button>
      {isOpen && (
        <OpenRecordingDialog
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </div>
  );
}

function OpenRecordingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const form = useId();
  const { openRecording } = useActions();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(): Promise<void> {
    setProblem(passphrase === '' ? 'passphrase-empty' : null);
    setOutcome(null);
    if (passphrase === '') return;
    setIsBusy(true);
    const answer = await openRecording(passphrase);
    setIsBusy(false);
    if (answer.kind === 'failed') setProblem(answer.code);
    else if (answer.end !== 'none') {
      setPassphrase('');
      setOutcome(answer.end);
    }
  }

  return (
    <Dialog
      width="narrow"
      title={t('recording:open.dialog')}
      testId="open-recording-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common:close')}</Button>
          <Button
            kind="main"
            type="submit"
            form={form}
            className="push"
            disabled={isBusy}
            data-testid="open-recording-confirm"
          >
            {t(isBusy ? 'recording:setup.busy' : 'recording:open.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('recording:open.dialogText')}</p>
      <form
        id={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        <PassphraseField
          label={t('recording:open.passphrase')}
          value={passphrase}
          testId="open-recording-passphrase"
          onType={setPassphrase}
        />
        <p role="alert" className="field-problem" data-testid="open-recording-problem">
          {problem !== null &&
            t('common:sentences', {
              first: t(`errors:${problem}.what`),
              second: t(`errors:${problem}.todo`),
            })}
        </p>
        <div role="status" data-testid="open-recording-outcome" data-outcome={outcome}>
          {outcome === 'whole' && <p>{t('recording:open.whole')}</p>}
          {outcome === 'cut-off' && (
            <p>
              <strong>{t('recording:open.cutOff')}</strong> {t('recording:open.cutOffText')}
            </p>
          )}
          {outcome === 'damaged' && (
            <p>
              <strong>{t('recording:open.damaged')}</strong> {t('recording:open.damagedText')}
            </p>
          )}
        </div>
      </form>
    </Dialog>
  );
}
