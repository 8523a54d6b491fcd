import { Info } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import type { Layout } from '../../state/seeing';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Icon } from '../components/icon';
import { SwitchRow } from '../components/switch-row';
import { useActions } from '../context';
import { useLayout } from '../seeing/use-layout';
import { PassphraseField } from '../vault/passphrase-field';

type Problem = ErrorCode | 'differs' | null;

/** What is recorded, and whether the file is encrypted; then main asks where to, and tells everybody. */
export function RecordDialog({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const { record, stopRecording } = useActions();
  const [layout, setLayout] = useState<Layout>(useLayout());
  const [encrypts, setEncrypts] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<Problem>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(): Promise<void> {
    const found = !encrypts
      ? null
      : passphrase === ''
        ? 'passphrase-empty'
        : passphrase !== again
          ? 'differs'
          : null;
    setProblem(found);
    if (found !== null) return;
    setIsBusy(true);
    const words = {
      notRecorded: t('recording:file.notRecorded'),
      cameraOff: t('recording:file.cameraOff'),
      mine: meeting.self.name,
    };
    const answer = await record({ layout, words }, encrypts ? passphrase : null);
    setIsBusy(false);
    if (answer.kind === 'begun') onClose();
    if (answer.kind === 'failed') setProblem(answer.code);
  }

  /** Also while the place is being chosen: nobody is told then. */
  function cancel(): void {
    if (isBusy) stopRecording();
    onClose();
  }

  return (
    <Dialog
      title={t('recording:setup.title')}
      lead={t('recording:setup.lead')}
      testId="record-dialog"
      closesBeside={false}
      onClose={cancel}
      footer={
        <>
          <Button data-testid="record-cancel" onClick={cancel}>
            {t('recording:setup.cancel')}
          </Button>
          <Button
            kind="line"
            type="submit"
            form={id}
            className="push"
            disabled={isBusy}
            data-testid="record-confirm"
          >
            {t(isBusy ? 'recording:setup.busy' : 'recording:setup.confirm')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void submit();
        }}
      >
        <div className="record-layout">
          <span id={`${id}-layout`}>{t('recording:setup.layout')}</span>
          <div className="choices" role="radiogroup" aria-labelledby={`${id}-layout`}>
            {(['grid', 'speaker'] as const).map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name={`${id}-layout`}
                  checked={one === layout}
                  data-testid={`record-layout-${one}`}
                  onChange={() => {
                    setLayout(one);
                  }}
                />
                {t(`recording:setup.${one}`)}
              </label>
            ))}
          </div>
        </div>
        <SwitchRow
          title={t('recording:setup.encrypt')}
          text={t(encrypts ? 'recording:setup.encryptText' : 'recording:setup.plainText')}
          on={encrypts}
          onSwitch={setEncrypts}
          testId="record-encrypt"
        />
        {encrypts && (
          <>
            <PassphraseField
              isNew
              label={t('recording:open.passphrase')}
              value={passphrase}
              testId="record-passphrase"
              onType={setPassphrase}
            />
            <PassphraseField
              label={t('identity:secret.again')}
              value={again}
              testId="record-again"
              onType={setAgain}
            />
          </>
        )}
        <p role="alert" className="field-problem" data-testid="record-problem">
          {problem !== null && wordsFor(problem)}
        </p>
      </form>
      <p className="recording-honest small">
        <Icon of={Info} />
        <span>
          {t('recording:setup.leftOut')} {t('recording:honest')}
        </span>
      </p>
    </Dialog>
  );

  function wordsFor(code: Exclude<Problem, null>): string {
    if (code === 'differs') return t('identity:secret.differs');
    return t('common:sentences', { first: t(`errors:${code}.what`), second: t(`errors:${code}.todo`) });
  }
}
