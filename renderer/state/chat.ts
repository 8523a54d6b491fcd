/** What was written, as the window has it: fetched from main by parts, and gone with the meeting. */
import type { ChatMessageView, ChatNewsView, FileView } from '../../shared/ipc';

export interface Chat {
  isOpen: boolean;
  /** In one order for all. */
  messages: readonly ChatMessageView[];
  /** How many of the meeting's messages were fetched. */
  seen: number;
  /** Ids of the files that were offered. */
  files: ReadonlySet<string>;
  /** Of others, and came while the chat was closed: messages, and files. */
  unread: number;
  /** The first message that came while the chat was closed last; null if none did. */
  firstNew: string | null;
}

export const noChat: Chat = {
  isOpen: false,
  messages: [],
  files: new Set(),
  seen: 0,
  unread: 0,
  firstNew: null,
};

/** Puts news into what is known. */
export function withNews(chat: Chat, { seen, order, fresh }: ChatNewsView): Chat {
  const known = new Map([...chat.messages, ...fresh].map((message) => [message.id, message]));
  const messages = order.flatMap((id) => known.get(id) ?? []);
  const unseen = chat.isOpen ? [] : fresh.filter(({ mine }) => !mine);
  const firstNew = chat.firstNew ?? messages.find((one) => unseen.includes(one))?.id ?? null;
  return { ...chat, seen, messages, unread: chat.unread + unseen.length, firstNew };
}

/** The same chat where no other file was offered. */
export function withFiles(chat: Chat, files: readonly FileView[]): Chat {
  const fresh = files.filter(({ id }) => !chat.files.has(id));
  if (fresh.length === 0) return chat;
  const unread = chat.isOpen ? 0 : fresh.filter(({ mine }) => !mine).length;
  return {
    ...chat,
    files: new Set([...chat.files, ...fresh.map(({ id }) => id)]),
    unread: chat.unread + unread,
  };
}

/** Opened, all counts as read; the line in front of what is new goes when it is closed. */
export function shownChat(chat: Chat, isOpen: boolean): Chat {
  return isOpen ? { ...chat, isOpen, unread: 0 } : { ...chat, isOpen, firstNew: null };
}
