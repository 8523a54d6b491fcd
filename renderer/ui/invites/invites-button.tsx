import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import { Button } from '../components/button';
import { InvitesDialog } from './invites-dialog';

/** Of the running meeting; nothing where it is somebody else's, or kept nowhere. */
export function InvitesButton() {
  const { t } = useTranslation();
  const own = useSelected(({ app }) => app?.ownMeetings.find(({ isRunning }) => isRunning));
  const [isOpen, setIsOpen] = useState(false);
  if (!own) return null;
  return (
    <>
      <Button
        kind="line"
        icon={UserPlus}
        data-testid="invite-people"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('invites:open')}
      </Button>
      {isOpen && (
        <InvitesDialog
          meeting={own}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
