import { ArrowDown } from 'lucide-react';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../state/chat';
import { Button } from '../components/button';
import { useSelected } from '../context';
import { FileRow } from '../files/file-row';
import type { InsidePhase } from '../phases';
import { useSettled } from '../settled';
import { useClock } from '../time';
import { ChatMessage } from './chat-message';
import { chatRows, type ChatRow } from './chat-rows';

/** So near to the end somebody reads along. */
const AT_END_PX = 48;

/** All messages, the newest at the bottom. Whoever has scrolled up stays there. */
export function ChatMessages({ chat, meeting }: { chat: Chat; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { time } = useClock();
  const list = useRef<HTMLDivElement>(null);
  const [isAway, setIsAway] = useState(false);
  const { messages, firstNew } = chat;
  const files = useSelected((snapshot) => snapshot.files);
  const rows = chatRows(messages, files);
  const last = rows.at(-1);
  const lastId = last && idOf(last);
  // Whatever comes moves what stands under the pointer.
  const isSettled = useSettled(placesOf(rows));

  function toEnd(): void {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
  }
  const follows = !isAway || (last && isMine(last)) === true;
  useLayoutEffect(() => {
    if (follows) toEnd();
  }, [follows, lastId]);

  return (
    <div className="chat-messages">
      <div
        ref={list}
        className="panel-body"
        role="log"
        // What is new is announced at a bearable rate elsewhere.
        aria-live="off"
        aria-label={t('speaking:chat.messages')}
        tabIndex={0}
        data-testid="chat-messages"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
          setIsAway(scrollHeight - scrollTop - clientHeight > AT_END_PX);
        }}
      >
        <p className="chat-event small quiet">
          {t('speaking:chat.since', { time: time(meeting.startedAt) })}
        </p>
        {rows.length === 0 && <p className="chat-event small quiet">{t('speaking:chat.empty')}</p>}
        {rows.map((row) => (
          <Fragment key={idOf(row)}>
            {idOf(row) === firstNew && (
              <p className="chat-new small" role="separator" aria-label={t('speaking:chat.new')}>
                {t('speaking:chat.new')}
              </p>
            )}
            {row.kind === 'file' ? (
              <FileRow file={row.file} isSettled={isSettled} />
            ) : (
              <ChatMessage
                message={row.message}
                trust={meeting.peers.find(({ peerId }) => peerId === row.message.from.peerId)?.trust ?? null}
              />
            )}
          </Fragment>
        ))}
      </div>
      {isAway && (
        <Button className="chat-newest" icon={ArrowDown} data-testid="chat-newest" onClick={toEnd}>
          {t('speaking:chat.newest')}
        </Button>
      )}
    </div>
  );
}

const idOf = (row: ChatRow): string => (row.kind === 'file' ? row.file.id : row.message.id);
const isMine = (row: ChatRow): boolean => (row.kind === 'file' ? row.file.mine : row.message.mine);

/** The same as long as nothing in the list has moved. */
function placesOf(rows: readonly ChatRow[]): string {
  return rows
    .map((row) => (row.kind === 'file' ? `${row.file.id}:${row.file.state}` : row.message.id))
    .join(' ');
}
