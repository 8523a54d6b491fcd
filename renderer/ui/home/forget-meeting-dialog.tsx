import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

/** Asks before a meeting is forgotten, since its links lead nowhere afterwards. */
export function ForgetMeetingDialog({ meeting, onClose }: { meeting: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { forgetOwnMeeting } = useActions();
  return (
    <ConfirmDialog
      testId="forget-meeting"
      title={t('ownMeetings.forgetTitle')}
      stay={t('ownMeetings.forgetStay')}
      confirm={t('ownMeetings.forget')}
      onConfirm={() => {
        forgetOwnMeeting(meeting);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('ownMeetings.forgetText')}</p>
    </ConfirmDialog>
  );
}
