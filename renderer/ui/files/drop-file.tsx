import { useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatPersonView } from '../../state/contract';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { useActions } from '../context';
import { isFirstClick, useSettled } from '../settled';
import { isolated, nameInText } from '../text';
import { useSizes } from './file-words';

interface DropFileProps {
  /** Null: to all. */
  to: ChatPersonView | null;
  /** A file can be offered now. */
  isOpen: boolean;
  children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Where a file can be dropped: the person is asked before it is offered. */
export function DropFile({ to, isOpen, children }: DropFileProps) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  return (
    <div
      className="drop-file"
      data-testid="file-drop"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = isOpen ? 'copy' : 'none';
        setIsOver(isOpen);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIsOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setIsOver(false);
        if (isOpen) setDropped([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && <p className="drop-here">{t('files:drop.here')}</p>}
      {dropped[0] && (
        <AskToOffer
          file={dropped[0]}
          isOnly={dropped.length === 1}
          to={to}
          onClose={() => {
            setDropped([]);
          }}
        />
      )}
    </div>
  );
}

interface AskToOfferProps {
  file: File;
  isOnly: boolean;
  to: ChatPersonView | null;
  onClose: () => void;
}

function AskToOffer({ file, isOnly, to, onClose }: AskToOfferProps) {
  const { t } = useTranslation();
  const { size } = useSizes();
  const { offerDroppedFile } = useActions();
  const isSettled = useSettled(file.name);
  return (
    <Dialog
      width="narrow"
      title={t('files:drop.title')}
      testId="file-drop-dialog"
      onClose={onClose}
      footer={
        <>
          <Button
            kind="line"
            data-testid="file-drop-yes"
            onClick={(event) => {
              if (!isSettled || !isFirstClick(event)) return;
              offerDroppedFile(file, to?.peerId ?? null);
              onClose();
            }}
          >
            {t('files:drop.yes')}
          </Button>
          <Button className="push" data-testid="file-drop-no" onClick={onClose}>
            {t('files:drop.no')}
          </Button>
        </>
      }
    >
      <p className="page-host">
        <bdi>{file.name}</bdi>
      </p>
      <p className="quiet">{isolated(size(file.size))}</p>
      <p>
        {to === null ? t('files:drop.all') : t('files:drop.one', { name: nameInText(t, to.name) })}{' '}
        {!isOnly && t('files:drop.many')}
      </p>
    </Dialog>
  );
}
