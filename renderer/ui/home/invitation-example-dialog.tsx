import { useTranslation } from 'react-i18next';
import { Dialog, OnlyAnswer } from '../components/dialog';
import { invitationText } from '../planning/invitation-text';
import { useNow } from '../time';

/** Long enough to read as a link, and no link. */
const EXAMPLE_LINK = 'vigil://join/…';

/** What guests get to read, before there is a meeting to invite them to. */
export function InvitationExampleDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const startsAt = useNow(60_000);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return (
    <Dialog
      title={t('welcome:example.title')}
      lead={t('welcome:example.lead')}
      width="narrow"
      testId="invitation-example"
      onClose={onClose}
      footer={
        <OnlyAnswer testId="invitation-example-close" onAnswer={onClose}>
          {t('common:close')}
        </OnlyAnswer>
      }
    >
      <pre className="copy-box" tabIndex={0} dir="auto">
        {invitationText(
          t,
          i18n.language,
          { title: t('welcome:example.meeting'), planned: { startsAt, zone: timeZone }, open: false },
          { vigil: EXAMPLE_LINK, page: null },
        )}
      </pre>
    </Dialog>
  );
}
