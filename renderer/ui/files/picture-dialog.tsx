import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, OnlyAnswer } from '../components/dialog';
import { useActions } from '../context';
import { isolated } from '../text';

type Looked = { state: 'looking' } | { state: 'none' } | { state: 'seen'; picture: ImageBitmap };

/** A picture that has arrived, decoded in this sandbox from memory; nothing of it stays behind. */
export function PictureDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const looked = usePicture(id);
  return (
    <Dialog
      title={isolated(name)}
      width="wide"
      testId="file-picture"
      onClose={onClose}
      footer={
        <OnlyAnswer testId="file-picture-close" onAnswer={onClose}>
          {t('common:close')}
        </OnlyAnswer>
      }
    >
      <div className="sent-picture-box" aria-busy={looked.state === 'looking'}>
        {looked.state === 'seen' && <Picture of={looked.picture} label={isolated(name)} />}
        {looked.state === 'none' && (
          <p className="quiet" role="status" data-testid="file-picture-none">
            {t('files:look.none')}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function usePicture(id: string): Looked {
  const { lookAtFile } = useActions();
  const [looked, setLooked] = useState<Looked>({ state: 'looking' });
  useEffect(() => {
    let isOver = false;
    let seen: ImageBitmap | null = null;
    void lookAtFile(id).then((picture) => {
      if (isOver) {
        picture?.close();
        return;
      }
      seen = picture;
      setLooked(picture ? { state: 'seen', picture } : { state: 'none' });
    });
    return () => {
      isOver = true;
      seen?.close();
    };
  }, [id, lookAtFile]);
  return looked;
}

function Picture({ of: picture, label }: { of: ImageBitmap; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  const { width, height } = picture;
  return (
    <canvas
      ref={canvas}
      className="sent-picture"
      role="img"
      aria-label={label}
      data-testid="file-picture-canvas"
      {...{ width, height }}
    />
  );
}
