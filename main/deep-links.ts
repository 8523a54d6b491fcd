/** Invite links that the system hands over: to a start, to an app that runs, or by macOS's own event. */
import { app } from 'electron';
import { VigilError, type ErrorCode } from '../shared/errors';
import type { LinkClicks } from '../shared/ipc';

const LINK = /^(?:vigil:|https?:\/\/[^\s#]+#)/i;

/** The first argument that looks like an invite link; null if none does. */
export function findLink(argv: readonly string[]): string | null {
  return argv.find((argument) => LINK.test(argument)) ?? null;
}

export interface DeepLinkReceiver {
  isLocked: () => boolean;
  /** To the link's preview. Throws VigilError where there is none. */
  open: (link: string) => void;
  refused: (code: ErrorCode) => void;
}

/** The only place where a link waits: until the window listens and the vault is open. Of several the last one counts. */
export class DeepLinks {
  #undelivered: string | null;
  #receiver: DeepLinkReceiver | null = null;
  #clicks: LinkClicks = 'not-asked';

  /** @param first the one with which the app was started. */
  constructor(first: string | null) {
    this.#undelivered = first;
  }

  get undelivered(): string | null {
    return this.#undelivered;
  }

  /** Where a click on an invite leads, by the system's answer. */
  get clicks(): LinkClicks {
    return this.#clicks;
  }

  /** Must run before the app is ready. @param onLink a link comes, or the app was started once more. */
  receive(onLink: () => void): void {
    // A checkout must not make itself the system's Vigil.
    if (app.isPackaged) this.#clicks = app.setAsDefaultProtocolClient('vigil') ? 'open-here' : 'refused';
    app.on('second-instance', (_event, argv, _folder, data) => {
      onLink();
      const link = findLink([...argv, handedOver(data)]);
      if (link !== null) this.#open(link);
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      // A preview turns the camera on: not in a window that nobody sees.
      onLink();
      this.#open(url);
    });
  }

  /** The window listens: it is led to what waits, and to whatever comes from now on. */
  deliverTo(receiver: DeepLinkReceiver): void {
    this.#receiver = receiver;
    const link = this.#undelivered;
    this.#undelivered = null;
    // After the answer that is just being given.
    if (link !== null) setImmediate(() => this.#open(link));
  }

  /** Leads to its preview, or to a clear word why not. */
  #open(link: string): void {
    const receiver = this.#receiver;
    if (receiver === null || receiver.isLocked()) {
      this.#undelivered = link;
      return;
    }
    try {
      receiver.open(link);
    } catch (error) {
      receiver.refused(error instanceof VigilError ? error.code : 'internal');
    }
  }
}

/** What a start that shows no link on its command line tells the running app beside its arguments. */
function handedOver(data: unknown): string {
  const isTold = typeof data === 'object' && data !== null && 'link' in data;
  return isTold && typeof data.link === 'string' ? data.link : '';
}
