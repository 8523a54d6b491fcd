/** What was written, as the window has it: fetched from main by parts, and gone with the meeting. */
import type { ChatMessageView, ChatNewsView, VigilBridge } from '../../shared/ipc';
import type { MeetingView } from './contract';
import type { Store } from './store';

export interface Chat {
  isOpen: boolean;
  /** In one order for all. */
  messages: readonly ChatMessageView[];
  /** How many of the meeting's messages were fetched. */
  seen: number;
  /** Of others, and came while the chat was closed. */
  unread: number;
  /** The first message that came while the chat was closed last; null if none did. */
  firstNew: string | null;
}

export const noChat: Chat = { isOpen: false, messages: [], seen: 0, unread: 0, firstNew: null };

/** Puts news into what is known. */
export function withNews(chat: Chat, { seen, order, fresh }: ChatNewsView): Chat {
  const known = new Map([...chat.messages, ...fresh].map((message) => [message.id, message]));
  const messages = order.flatMap((id) => known.get(id) ?? []);
  const unseen = chat.isOpen ? [] : fresh.filter(({ mine }) => !mine);
  const firstNew = chat.firstNew ?? messages.find((one) => unseen.includes(one))?.id ?? null;
  return { ...chat, seen, messages, unread: chat.unread + unseen.length, firstNew };
}

/** Opened, all counts as read; the line in front of what is new goes when it is closed. */
export function shownChat(chat: Chat, isOpen: boolean): Chat {
  return isOpen ? { ...chat, isOpen, unread: 0 } : { ...chat, isOpen, firstNew: null };
}

/** Asks main for what is new, one question at a time. */
export class ChatFollower {
  #isAsking = false;
  #count = 0;
  /** Which meeting: answers about another one come too late. */
  #startedAt: number | null = null;

  constructor(
    private readonly bridge: VigilBridge,
    private readonly store: Store,
  ) {}

  follow(meeting: MeetingView): void {
    const startedAt = meeting.phase === 'inside' ? meeting.startedAt : null;
    if (startedAt !== this.#startedAt) this.store.set({ chat: noChat });
    this.#startedAt = startedAt;
    this.#count = meeting.phase === 'inside' ? meeting.speakingUp.chatCount : 0;
    if (!this.#isAsking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    try {
      while (this.store.get().chat.seen < this.#count) {
        const about = this.#startedAt;
        const { seen } = this.store.get().chat;
        const answer = await this.bridge.request['chat:news']({ seen });
        if (about !== this.#startedAt) continue;
        // The next change of the meeting asks again.
        if (!answer.ok || answer.value.seen <= seen) return;
        this.store.set({ chat: withNews(this.store.get().chat, answer.value) });
      }
    } finally {
      this.#isAsking = false;
    }
  }
}
