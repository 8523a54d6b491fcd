import { Copy, Lock } from 'lucide-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessageView, Trust } from '../../state/contract';
import { pageOf, textParts, type TextPart } from '../../state/web-page';
import { useActions } from '../context';
import { StandingShape } from '../components/badge';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { nameInText } from '../text';
import { useClock } from '../time';
import { OpenPageDialog } from './open-page-dialog';

interface ChatMessageProps {
  message: ChatMessageView;
  /** Of its author; null of oneself, and of somebody who is gone. */
  trust: Trust | null;
}

export const ChatMessage = memo(function ChatMessage({ message, trust }: ChatMessageProps) {
  const { t } = useTranslation();
  const { time } = useClock();
  const { copyMessage } = useActions();
  const { id, from, mine, to, at, late } = message;
  const other = to === null ? null : mine ? to : from;
  return (
    <article
      className={['message', mine && 'mine', to !== null && 'private'].filter(Boolean).join(' ')}
      data-testid="chat-message"
    >
      <p className="row tight small quiet message-head">
        {!mine && (
          <b className="row tight">
            <Name of={from.name} />
            {trust !== null && (
              <span className={`standing-${trust}`} role="img" aria-label={t(`verification:badge.${trust}`)}>
                <StandingShape standing={trust} />
              </span>
            )}
          </b>
        )}
        {mine && <span className="unseen">{t('common:you')}</span>}
        {other !== null && (
          <span className="row tight only-two" data-testid="chat-private">
            <Icon of={Lock} size="small" />
            <span className="cut">{t('speaking:chat.onlyYouAnd', { name: nameInText(t, other.name) })}</span>
          </span>
        )}
        {late && <span>{t('speaking:chat.late')}</span>}
        <time>{time(at)}</time>
      </p>
      <div className="message-line">
        <MessageText message={message} />
        <IconButton
          className="message-copy"
          icon={Copy}
          label={t('speaking:chat.copy')}
          data-testid="chat-copy"
          onClick={() => {
            copyMessage(id);
          }}
        />
      </div>
    </article>
  );
});

/** As it was written: each text for itself, whichever way it runs. */
function MessageText({ message: { id, text } }: { message: ChatMessageView }) {
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <>
      <p className="message-text" dir="auto" data-testid="chat-text">
        {textParts(text).map((part, place) => (
          <Part key={place} part={part} onOpen={setAsked} />
        ))}
      </p>
      {asked !== null && (
        <OpenPageDialog
          messageId={id}
          address={asked}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </>
  );
}

/** An address with the host to which it really leads, if that is not what it shows. */
function Part({ part, onOpen }: { part: TextPart; onOpen: (address: string) => void }) {
  const page = part.kind === 'address' ? pageOf(part.text) : null;
  if (page === null) return part.text;
  const showsHost = part.text.toLowerCase().startsWith(`${new URL(page.href).protocol}//${page.host}`);
  return (
    <>
      {/* Without an address of its own: nothing but the click leads anywhere. It breaks as text does. */}
      <span
        className="message-link"
        role="link"
        tabIndex={0}
        dir="ltr"
        data-testid="chat-link"
        onClick={() => {
          onOpen(part.text);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') onOpen(part.text);
        }}
      >
        {part.text}
      </span>
      {!showsHost && (
        <bdi className="message-host small" dir="ltr">
          {` ${page.host}`}
        </bdi>
      )}
    </>
  );
}
