import { Pause, Play, X } from 'lucide-react';
import { useEffect, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { IconButton } from '../components/button';
import { DropFile } from '../files/drop-file';
import { FileNote } from '../files/send-file';
import type { InsidePhase } from '../phases';
import { ChatComposer } from './chat-composer';
import { ChatMessages } from './chat-messages';
import type { Draft } from './draft';
import { PausedNotice } from './paused-notice';

interface ChatPanelProps {
  meeting: InsidePhase;
  draft: Draft;
  onDraft: Dispatch<SetStateAction<Draft>>;
  onClose: () => void;
}

/** The panel of what people write to each other. */
export function ChatPanel({ meeting, draft, onDraft, onClose }: ChatPanelProps) {
  const { t } = useTranslation();
  const { pauseChat } = useActions();
  const chat = useSelected((snapshot) => snapshot.chat);
  const hasFiles = useSelected(({ files }) => files.length > 0);
  const { paused, mayWrite } = meeting.speakingUp.quiet;
  const isPaused = paused !== null;
  useFocusGoesBack();
  return (
    <aside
      className="panel chat"
      aria-label={t('speaking:chat.title')}
      data-testid="chat-panel"
      onKeyDown={({ key, target }) => {
        // A dialog within closes by itself.
        const isElsewhere = target instanceof Element && target.closest('dialog') !== null;
        if (key === 'Escape' && !isElsewhere) onClose();
      }}
    >
      <header>
        <h2>{t('speaking:chat.title')}</h2>
        {meeting.rights !== 'none' && (
          <IconButton
            className="push"
            icon={isPaused ? Play : Pause}
            label={t(isPaused ? 'speaking:chat.resume' : 'speaking:chat.pause')}
            data-testid="chat-pause"
            onClick={() => {
              pauseChat(!isPaused);
            }}
          />
        )}
        <IconButton
          className={meeting.rights === 'none' ? 'push' : undefined}
          icon={X}
          label={t('common:close')}
          data-testid="chat-close"
          onClick={onClose}
        />
      </header>
      <DropFile to={draft.to} isOpen={mayWrite && meeting.peers.some(({ link }) => link !== 'opening')}>
        <ChatMessages chat={chat} meeting={meeting} />
        <footer>
          {paused && <PausedNotice by={paused.by} />}
          {mayWrite && <ChatComposer meeting={meeting} draft={draft} onDraft={onDraft} />}
          <FileNote hasFiles={hasFiles} />
        </footer>
      </DropFile>
    </aside>
  );
}

/** To where it was, unless it has gone elsewhere meanwhile. */
function useFocusGoesBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
