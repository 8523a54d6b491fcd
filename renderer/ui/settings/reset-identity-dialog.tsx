import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

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
    <ConfirmDialog
      isAlarm
      testId="reset-identity"
      title={t('identity:reset.title')}
      stay={t('identity:secret.cancel')}
      confirm={t('identity:reset.confirm')}
      onConfirm={() => void reset()}
      onClose={onClose}
    >
      <p>{t('identity:reset.text')}</p>
      <p>{t('identity:reset.export')}</p>
      <p role="alert" className="field-problem">
        {failed !== null &&
          t('common:sentences', {
            first: t(`errors:${failed}.what`),
            second: t(`errors:${failed}.todo`),
          })}
      </p>
    </ConfirmDialog>
  );
}
