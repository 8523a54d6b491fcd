import { Pause, Play, X } from 'lucide-react';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileView } from '../../state/contract';
import { Button, IconButton } from '../components/button';
import { useActions } from '../context';
import { isFirstClick } from '../settled';
import { isolated } from '../text';
import { PictureDialog } from './picture-dialog';

const OVER: readonly FileView['state'][] = ['done', 'declined', 'cancelled', 'changed', 'gone'];
/** What it really is, is looked at when it is shown. */
const PICTURE = /\.(?:png|jpe?g|webp)$/i;
const STANDS_HERE: readonly FileView['state'][] = ['held-here', 'full', 'unwritable'];

/** What the person can do with it now. @param isSettled false: a click was meant for what stood here before. */
export function FileActs({ file, isSettled }: { file: FileView; isSettled: boolean }) {
  const { t } = useTranslation();
  const { saveFile, declineFile, pauseFile, resumeFile, cancelFile } = useActions();
  const { id, state, mine } = file;
  const name = { file: isolated(file.name) };
  const run = (act: (id: string) => void) => (event: MouseEvent) => {
    if (isSettled && isFirstClick(event)) act(id);
  };
  if (!mine && state === 'damaged')
    return (
      <Button
        kind="line"
        aria-label={t('files:act.askAgainOf', name)}
        data-testid="file-ask-again"
        onClick={run(saveFile)}
      >
        {t('files:act.askAgain')}
      </Button>
    );
  if (!mine && state === 'offered')
    return (
      <>
        <Button
          kind="line"
          aria-label={t('files:act.saveOf', name)}
          data-testid="file-save"
          onClick={run(saveFile)}
        >
          {t('files:act.save')}
        </Button>
        <IconButton
          icon={X}
          label={t('files:act.decline', name)}
          data-testid="file-decline"
          onClick={run(declineFile)}
        />
      </>
    );
  if (!mine && state === 'done' && PICTURE.test(file.name)) return <Look file={file} />;
  if (OVER.includes(state)) return null;
  return (
    <>
      {state === 'running' && (
        <IconButton
          icon={Pause}
          label={t('files:act.pause', name)}
          data-testid="file-pause"
          onClick={run(pauseFile)}
        />
      )}
      {STANDS_HERE.includes(state) && (
        <IconButton
          icon={Play}
          label={t('files:act.resume', name)}
          data-testid="file-resume"
          onClick={run(resumeFile)}
        />
      )}
      <IconButton
        icon={X}
        label={t('files:act.cancel', name)}
        data-testid="file-cancel"
        onClick={run(cancelFile)}
      />
    </>
  );
}

function Look({ file: { id, name } }: { file: FileView }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        kind="line"
        aria-label={t('files:look.showOf', { file: isolated(name) })}
        data-testid="file-look"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t('files:look.show')}
      </Button>
      {isOpen && (
        <PictureDialog
          {...{ id, name }}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </>
  );
}
