import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import { ConfirmDialog } from '../components/confirm-dialog';

interface RemoveDialogProps {
  peer: PeerView;
  /** In an open meeting nobody could be kept out otherwise. */
  turnsLobbyOn: boolean;
  onClose: () => void;
}

/** Asks before somebody is removed, who then stays out of this meeting. */
export function RemoveDialog({ peer, turnsLobbyOn, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const { remove } = useActions();
  const { name, peerId } = peer;
  return (
    <ConfirmDialog
      testId="remove"
      title={t('door:remove.title', { name })}
      stay={t('door:remove.stay')}
      confirm={t('door:remove.confirm')}
      onConfirm={() => {
        remove(peerId);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{t('door:remove.text', { name })}</p>
      {turnsLobbyOn && <p>{t('door:remove.lobby')}</p>}
    </ConfirmDialog>
  );
}
