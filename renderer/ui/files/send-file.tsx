import { Paperclip } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ChatPersonView } from '../../state/contract';
import { IconButton } from '../components/button';
import { useActions, useSelected } from '../context';

/** @param to null: to all. @param isAlone nobody is here who could get it. */
export function SendFile({ to, isAlone }: { to: ChatPersonView | null; isAlone: boolean }) {
  const { t } = useTranslation();
  const { sendFile } = useActions();
  const isReading = useSelected(({ isReadingFile }) => isReadingFile);
  return (
    <IconButton
      icon={Paperclip}
      label={isAlone ? t('files:alone') : t('files:send')}
      isIdle={isAlone || isReading}
      data-testid="file-send"
      onClick={() => {
        sendFile(to?.peerId ?? null);
      }}
    />
  );
}

/** While a large one is read; else, where there are files, what Vigil does with them. */
export function FileNote({ hasFiles }: { hasFiles: boolean }) {
  const { t } = useTranslation();
  const isReading = useSelected(({ isReadingFile }) => isReadingFile);
  return (
    <p className="small quiet file-note" role="status" data-testid="file-note">
      {isReading ? t('files:preparing') : hasFiles && t('files:never')}
    </p>
  );
}
