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
      title={t('ending:leave.title')}
      testId="leave-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ending:leave.stay')}</Button>
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
              {t('ending:leave.end')}
            </Button>
          )}
          <Button
            kind="danger"
            className={isLeading ? undefined : 'push'}
            data-testid="leave-confirm"
            onClick={leave}
          >
            {t('ending:leave.leave')}
          </Button>
        </>
      }
    >
      {isLeading ? (
        <dl className="choices-told">
          <dt>{t('ending:leave.leave')}</dt>
          <dd>
            {t('common:inARow', {
              first: t('ending:leave.hostText'),
              second: t(`ending:leave.${doorWithoutHost(meeting)}`),
            })}
          </dd>
          <dt>{t('ending:leave.end')}</dt>
          <dd>{t('ending:leave.endText')}</dd>
        </dl>
      ) : (
        <p>{t(meeting.peers.length > 0 ? 'ending:leave.text' : 'ending:leave.aloneText')}</p>
      )}
    </Dialog>
  );
}
