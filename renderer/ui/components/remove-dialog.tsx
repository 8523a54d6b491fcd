import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from './button';
import { Dialog } from './dialog';

interface RemoveDialogProps {
  peer: PeerView;
  /** In an open meeting nobody could be kept out otherwise. */
  turnsLobbyOn: boolean;
  onClose: () => void;
}

/** Removing cannot be undone in this meeting, so it is asked once. */
export function RemoveDialog({ peer, turnsLobbyOn, onClose }: RemoveDialogProps) {
  const { t } = useTranslation();
  const { remove } = useActions();
  const { name, peerId } = peer;
  return (
    <Dialog
      width="narrow"
      title={t('remove.title', { name })}
      testId="remove-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('remove.stay')}</Button>
          <Button
            kind="danger"
            className="push"
            data-testid="remove-confirm"
            onClick={() => {
              remove(peerId);
              onClose();
            }}
          >
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('remove.text', { name })}</p>
      {turnsLobbyOn && <p>{t('remove.lobby')}</p>}
    </Dialog>
  );
}
