import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { doorWithoutHost } from '../admission';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

/** Asked of a host who is not alone, because there is a choice, and of everybody who uses the shortcut. */
export function LeaveDialog({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const { leave, endForAll } = useActions();
  const isLeading = meeting.rights === 'host' && meeting.peers.length > 0;
  return (
    <Dialog
      width="narrow"
      title={t('leave.title')}
      testId="leave-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('leave.stay')}</Button>
          {isLeading && (
            <Button
              kind="line"
              className="push"
              data-testid="leave-end-for-all"
              onClick={() => {
                endForAll();
                onClose();
              }}
            >
              {t('leave.end')}
            </Button>
          )}
          <Button
            kind="danger"
            className={isLeading ? undefined : 'push'}
            data-testid="leave-confirm"
            onClick={leave}
          >
            {t('leave.leave')}
          </Button>
        </>
      }
    >
      {isLeading ? (
        <dl className="choices-told">
          <dt>{t('leave.leave')}</dt>
          <dd>
            {t('common.inARow', {
              first: t('leave.hostText'),
              second: t(`leave.${doorWithoutHost(meeting)}`),
            })}
          </dd>
          <dt>{t('leave.end')}</dt>
          <dd>{t('leave.endText')}</dd>
        </dl>
      ) : (
        <p>{t(meeting.peers.length > 0 ? 'leave.text' : 'leave.aloneText')}</p>
      )}
    </Dialog>
  );
}
