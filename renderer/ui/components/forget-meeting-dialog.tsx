import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from './button';
import { Dialog } from './dialog';

export function ForgetMeetingDialog({ meeting, onClose }: { meeting: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { forgetOwnMeeting } = useActions();
  const confirm = (
    <Button
      kind="danger"
      className="push"
      data-testid="forget-meeting-confirm"
      onClick={() => {
        forgetOwnMeeting(meeting);
        onClose();
      }}
    >
      {t('ownMeetings.forget')}
    </Button>
  );
  return (
    <Dialog
      width="narrow"
      title={t('ownMeetings.forgetTitle')}
      lead={t('ownMeetings.forgetText')}
      testId="forget-meeting"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ownMeetings.forgetStay')}</Button>
          {confirm}
        </>
      }
    >
      {null}
    </Dialog>
  );
}
