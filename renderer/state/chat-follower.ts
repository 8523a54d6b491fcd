/** Fetches what was written, as long as a meeting is on. */
import type { VigilBridge } from '../../shared/ipc';
import { noChat, withFiles, withNews } from './chat';
import type { FileView, MeetingNews } from './contract';
import type { Store } from './store';

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

  follow(meeting: MeetingNews): void {
    const startedAt = meeting.phase === 'inside' ? meeting.startedAt : null;
    if (startedAt !== this.#startedAt) this.store.set({ chat: noChat });
    this.#startedAt = startedAt;
    if (meeting.phase === 'inside') this.#followFiles(meeting.files);
    this.#count = meeting.phase === 'inside' ? meeting.speakingUp.chatCount : 0;
    if (!this.#isAsking) void this.#ask();
  }

  #followFiles(files: readonly FileView[]): void {
    const { chat } = this.store.get();
    const next = withFiles(chat, files);
    if (next !== chat) this.store.set({ chat: next });
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
