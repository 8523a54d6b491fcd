/** Messages of the system, one for each kind at a time. A system without them breaks nothing. */
import { Notification } from 'electron';
import type { NotificationService } from '../../shared/ipc';
import type { AlertText } from './alert-text';
import type { NewsKind } from './news';

/** One of each is shown at a time. */
export type MessageKind = NewsKind | 'microphone';

export interface NotificationEvents {
  /** Somebody clicked on one. */
  clicked: () => void;
  /** The service is known to be another than it seemed. */
  changed: () => void;
}

export class Notifications {
  readonly #shown = new Map<MessageKind, Notification>();
  #hasFailed = false;

  constructor(private readonly events: NotificationEvents) {}

  get service(): NotificationService {
    if (!isSupported()) return 'missing';
    return this.#hasFailed ? 'failed' : 'works';
  }

  show(kind: MessageKind, text: AlertText): void {
    this.takeBack(kind);
    if (this.service === 'missing') return;
    try {
      // The tone is Vigil's own, and has a switch of its own.
      const notification = new Notification({ ...text, silent: true });
      notification.on('click', this.events.clicked);
      notification.on('failed', () => {
        this.#failed(true);
      });
      notification.on('show', () => {
        this.#failed(false);
      });
      notification.on('close', () => {
        if (this.#shown.get(kind) === notification) this.#shown.delete(kind);
      });
      this.#shown.set(kind, notification);
      notification.show();
    } catch {
      this.#failed(true);
    }
  }

  /** One kind, or all of them. */
  takeBack(kind?: MessageKind): void {
    const kinds = kind === undefined ? [...this.#shown.keys()] : [kind];
    for (const one of kinds) {
      const notification = this.#shown.get(one);
      this.#shown.delete(one);
      try {
        notification?.close();
      } catch {
        // Gone by itself.
      }
    }
  }

  #failed(hasFailed: boolean): void {
    if (this.#hasFailed === hasFailed) return;
    this.#hasFailed = hasFailed;
    this.events.changed();
  }
}

function isSupported(): boolean {
  try {
    return Notification.isSupported();
  } catch {
    return false;
  }
}
