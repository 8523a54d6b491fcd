import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageOf } from '../../state/web-page';
import { useActions, useSelected } from '../context';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

interface OpenPageDialogProps {
  /** Where the address stands. */
  messageId: string;
  address: string;
  onClose: () => void;
}

/** Names the host before anything is opened. */
export function OpenPageDialog({ messageId, address, onClose }: OpenPageDialogProps) {
  const { t } = useTranslation();
  const { openPage, copyAddress } = useActions();
  const isPrivate = useSelected(({ app }) => app !== null && app.privateMode.state !== 'off');
  const then = (act: (id: string, address: string) => void) => () => {
    act(messageId, address);
    onClose();
  };
  return (
    <Dialog
      width="narrow"
      title={t(isPrivate ? 'speaking:page.titlePrivate' : 'speaking:page.title')}
      testId="page-dialog"
      onClose={onClose}
      footer={
        <>
          {!isPrivate && (
            <Button kind="line" data-testid="page-open" onClick={then(openPage)}>
              {t('speaking:page.open')}
            </Button>
          )}
          <Button kind="line" icon={Copy} data-testid="page-copy" onClick={then(copyAddress)}>
            {t('speaking:page.copy')}
          </Button>
          <Button className="push" data-testid="page-cancel" onClick={onClose}>
            {t('speaking:page.cancel')}
          </Button>
        </>
      }
    >
      <p className="page-host" dir="ltr" data-testid="page-host">
        {pageOf(address)?.host}
      </p>
      <p className="quiet">{t(isPrivate ? 'speaking:page.textPrivate' : 'speaking:page.text')}</p>
    </Dialog>
  );
}
