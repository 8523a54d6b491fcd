/** `ipcRenderer`, and the preload's end of the IPC. */
import { DELIVER, SEND, type FromPage, type Question, type ToPage } from '../ipc-messages';
import { decode, encode } from '../structured-clone';

type Listener = (event: object, ...args: unknown[]) => void;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class RendererIpc {
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();
  private readonly listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  private readonly post: (text: string) => void;

  constructor() {
    const world = globalThis as unknown as Record<string, (text: string) => void>;
    const post = world[SEND];
    if (!post) throw new Error('The stand-in did not prepare this page');
    this.post = post;
    world[DELIVER] = (text) => {
      this.onMessage(decode(text) as ToPage);
    };
  }

  tell(message: FromPage): void {
    this.post(encode(message));
  }

  ask(question: Question): Promise<unknown> {
    return this.awaitAnswer((id) => ({ type: 'ask', id, question }));
  }

  /** What a preload gets from `require('electron').ipcRenderer`. */
  readonly ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      this.awaitAnswer((id) => ({ type: 'invoke', id, channel, args })),
    send: (channel: string, ...args: unknown[]): void => {
      this.tell({ type: 'send', channel, args });
    },
    on: (channel: string, listener: Listener): object => this.add(channel, listener, false),
    addListener: (channel: string, listener: Listener): object => this.add(channel, listener, false),
    once: (channel: string, listener: Listener): object => this.add(channel, listener, true),
    off: (channel: string, listener: Listener): object => this.remove(channel, listener),
    removeListener: (channel: string, listener: Listener): object => this.remove(channel, listener),
    removeAllListeners: (channel: string): object => {
      this.listeners.delete(channel);
      return this.ipcRenderer;
    },
  };

  private async awaitAnswer(message: (id: number) => FromPage): Promise<unknown> {
    const id = ++this.lastId;
    const answer = new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
    });
    try {
      this.tell(message(id));
    } catch (error) {
      this.waiting.delete(id);
      throw error;
    }
    return answer;
  }

  private onMessage(message: ToPage): void {
    if (message.type === 'event') {
      for (const entry of [...(this.listeners.get(message.channel) ?? [])]) {
        if (entry.once) this.remove(message.channel, entry.listener);
        entry.listener({ sender: this.ipcRenderer, ports: [] }, ...message.args);
      }
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.type === 'value') waiting?.resolve(message.value);
    else waiting?.reject(new Error(message.message));
  }

  private add(channel: string, listener: Listener, once: boolean): object {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), { listener, once }]);
    return this.ipcRenderer;
  }

  private remove(channel: string, listener: Listener): object {
    const entries = this.listeners.get(channel) ?? [];
    const index = entries.findLastIndex((entry) => entry.listener === listener);
    this.listeners.set(channel, index < 0 ? entries : entries.toSpliced(index, 1));
    return this.ipcRenderer;
  }
}
