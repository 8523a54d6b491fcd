import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import { useActions } from '../context';
import { Button } from './button';
import { Dialog } from './dialog';

/** To everybody else this is a new person, and there is no way back without an export. */
export function ResetIdentityDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { resetIdentity } = useActions();
  const [failed, setFailed] = useState<ErrorCode | null>(null);

  async function reset(): Promise<void> {
    const answer = await resetIdentity();
    if (answer.kind === 'failed') setFailed(answer.code);
    else onClose();
  }

  return (
    <Dialog
      role="alertdialog"
      width="narrow"
      title={t('reset.title')}
      testId="reset-identity-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose} data-testid="reset-identity-cancel">
            {t('secret.cancel')}
          </Button>
          <Button
            kind="danger"
            className="push"
            data-testid="reset-identity-confirm"
            onClick={() => void reset()}
          >
            {t('reset.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('reset.text')}</p>
      <p>{t('reset.export')}</p>
      <p role="alert" className="field-problem">
        {failed !== null &&
          t('common.sentences', {
            first: t(`errors.${failed}.what`),
            second: t(`errors.${failed}.todo`),
          })}
      </p>
    </Dialog>
  );
}
