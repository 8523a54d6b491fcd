import { ArrowDown } from 'lucide-react';
import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Chat } from '../../state/chat';
import { Button } from '../components/button';
import type { InsidePhase } from '../phases';
import { useClock } from '../time';
import { ChatMessage } from './chat-message';

/** So near to the end somebody reads along. */
const AT_END_PX = 48;

/** All messages, the newest at the bottom. Whoever has scrolled up stays there. */
export function ChatMessages({ chat, meeting }: { chat: Chat; meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { time } = useClock();
  const list = useRef<HTMLDivElement>(null);
  const [isAway, setIsAway] = useState(false);
  const { messages, firstNew } = chat;
  const last = messages.at(-1);

  function toEnd(): void {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
  }
  const follows = !isAway || last?.mine === true;
  useLayoutEffect(() => {
    if (follows) toEnd();
  }, [follows, last?.id]);

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
        {messages.length === 0 && <p className="chat-event small quiet">{t('speaking:chat.empty')}</p>}
        {messages.map((message) => (
          <Fragment key={message.id}>
            {message.id === firstNew && (
              <p className="chat-new small" role="separator" aria-label={t('speaking:chat.new')}>
                {t('speaking:chat.new')}
              </p>
            )}
            <ChatMessage
              message={message}
              trust={meeting.peers.find(({ peerId }) => peerId === message.from.peerId)?.trust ?? null}
            />
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
