import { Lock, Send, Users } from 'lucide-react';
import { useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_MESSAGE_LENGTH, type Written } from '../../state/contract';
import { useActions } from '../context';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { SendFile } from '../files/send-file';
import type { InsidePhase } from '../phases';
import { isolated, nameInText } from '../text';
import type { Draft } from './draft';

/** The counter shows from here on. */
const COUNTED_FROM = 3500;

interface ChatComposerProps {
  meeting: InsidePhase;
  draft: Draft;
  onDraft: Dispatch<SetStateAction<Draft>>;
}

type Fault = Extract<Written, { ok: false }>;

/** Writes to all or to one. Enter sends, Shift+Enter breaks the line. */
export function ChatComposer({ meeting, draft, onDraft }: ChatComposerProps) {
  const { t } = useTranslation();
  const { writeMessage } = useActions();
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSending, setIsSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const { text, to } = draft;
  const label =
    to === null ? t('speaking:chat.writeAll') : t('speaking:chat.writeOne', { name: nameInText(t, to.name) });

  async function send(): Promise<void> {
    if (isSending || text.trim() === '') return;
    setIsSending(true);
    const written = await writeMessage(text, to?.peerId ?? null);
    setIsSending(false);
    setFault(written.ok ? null : written);
    // What was typed meanwhile stays.
    if (written.ok) onDraft((now) => (now.text === text ? { ...now, text: '' } : now));
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Receiver meeting={meeting} draft={draft} onDraft={onDraft} />
      <div className="row">
        <SendFile to={to} isAlone={meeting.peers.every(({ link }) => link === 'opening')} />
        <textarea
          ref={field}
          className="input"
          rows={1}
          value={text}
          // As what is written asks; the placeholder is of the app's own language.
          dir={text === '' ? undefined : 'auto'}
          placeholder={label}
          autoComplete="off"
          aria-label={label}
          aria-invalid={text.length > MAX_MESSAGE_LENGTH}
          data-testid="chat-input"
          onChange={(event) => {
            setFault(null);
            onDraft({ ...draft, text: event.target.value });
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void send();
          }}
        />
        <IconButton
          className="main"
          type="submit"
          icon={Send}
          label={t('speaking:chat.send')}
          data-testid="chat-send"
        />
      </div>
      <Below draft={draft} fault={fault} />
    </form>
  );
}

function Receiver({ meeting, draft, onDraft }: ChatComposerProps) {
  const { t } = useTranslation();
  const { to } = draft;
  const others = meeting.peers.filter(({ link, trust }) => link !== 'opening' && trust !== 'changed');
  const isGone = to !== null && !others.some(({ peerId }) => peerId === to.peerId);
  return (
    <label className="row receiver">
      <span className="small">{t('speaking:chat.to')}</span>
      <span className={to === null ? 'select' : 'select one'}>
        <Icon of={to === null ? Users : Lock} />
        <select
          value={to?.peerId ?? ''}
          data-testid="chat-to"
          onChange={({ target: { value } }) => {
            const peer = others.find(({ peerId }) => peerId === value);
            onDraft({ ...draft, to: peer ? { peerId: peer.peerId, name: peer.name } : null });
          }}
        >
          <option value="">{t('speaking:chat.toAll')}</option>
          {(isGone ? [...others, to] : others).map(({ peerId, name }) => (
            <option key={peerId} value={peerId}>
              {t('speaking:chat.toOne', { name: isolated(name) })}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

/** What is wrong, else how much room is left, else who gets it. */
function Below({ draft: { text, to }, fault }: { draft: Draft; fault: Fault | null }) {
  const { t } = useTranslation();
  const left = MAX_MESSAGE_LENGTH - text.length;
  return (
    <p className="small" role="status">
      {fault !== null && (
        <span className="field-problem" data-testid="chat-fault" data-why={fault.why}>
          {fault.why === 'too-fast'
            ? t('speaking:fault.too-fast', { count: Math.max(1, Math.ceil(fault.waitMs / 1000)) })
            : t(`speaking:fault.${fault.why}`)}
        </span>
      )}
      {fault === null && text.length >= COUNTED_FROM && (
        <span className={left < 0 ? 'field-problem digits' : 'quiet digits'} data-testid="chat-left">
          {left < 0 ? t('speaking:chat.over', { count: -left }) : t('speaking:chat.left', { count: left })}
        </span>
      )}
      {fault === null && text.length < COUNTED_FROM && (
        <span className="quiet">
          {to === null
            ? t('speaking:chat.goneAfter')
            : t('speaking:chat.oneText', { name: nameInText(t, to.name) })}
        </span>
      )}
    </p>
  );
}
