import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { Button } from './button';
import { Dialog } from './dialog';

/** Only the shortcut asks: a key is pressed by mistake more easily than the red button. */
export function LeaveDialog({ role, onClose }: { role: InsidePhase['role']; onClose: () => void }) {
  const { t } = useTranslation();
  const { leave } = useActions();
  return (
    <Dialog
      width="narrow"
      title={t('leave.title')}
      testId="leave-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('leave.stay')}</Button>
          <Button kind="danger" className="push" data-testid="leave-confirm" onClick={leave}>
            {t('leave.leave')}
          </Button>
        </>
      }
    >
      <p>{t(role === 'host' ? 'leave.hostText' : 'leave.text')}</p>
    </Dialog>
  );
}
