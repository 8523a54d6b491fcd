import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

/** Asks before a meeting is forgotten, since its links lead nowhere afterwards. */
export function ForgetMeetingDialog({
  meeting,
  endsSeries,
  onClose,
}: {
  meeting: string;
  endsSeries: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { forgetOwnMeeting } = useActions();
  return (
    <ConfirmDialog
      testId="forget-meeting"
      title={t('invites:ownMeetings.forgetTitle')}
      stay={t('invites:ownMeetings.forgetStay')}
      confirm={t('invites:ownMeetings.forget')}
      onConfirm={() => {
        forgetOwnMeeting(meeting);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('invites:ownMeetings.forgetText')}</p>
      {endsSeries && <p>{t('weekly:ends')}</p>}
    </ConfirmDialog>
  );
}
