/** Invite links that the system hands over, or files with one: to a start, to an app that runs, or by macOS's own event. */
import { app } from 'electron';
import { VigilError, type ErrorCode } from '../shared/errors';
import type { LinkClicks } from '../shared/ipc';
import { ensureDesktopEntry } from './desktop-entry';
import { findInviteFile, readInviteFile } from './invite-file';

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

type Waiting = { readonly link: string } | { readonly file: string } | null;

/** The only place where a link waits: until the window listens and the vault is open. Of several the last one counts. */
export class DeepLinks {
  #waiting: Waiting;
  #receiver: DeepLinkReceiver | null = null;
  #clicks: LinkClicks = 'not-asked';
  /** Of what was opened; a file that was read too slowly is no longer the last. */
  #turn = 0;

  /**
   * @param first the link with which the app was started.
   * @param file the path of the invite file with which it was; a link goes first.
   */
  constructor(first: string | null, file: string | null = null) {
    this.#waiting = first !== null ? { link: first } : file !== null ? { file } : null;
  }

  get undelivered(): string | null {
    return this.#waiting !== null && 'link' in this.#waiting ? this.#waiting.link : null;
  }

  /** Where a click on an invite leads, by the system's answer. */
  get clicks(): LinkClicks {
    return this.#clicks;
  }

  /** Must run before the app is ready. @param onLink a link comes, or the app was started once more. */
  receive(onLink: () => void): void {
    // A checkout must not make itself the system's Vigil.
    if (app.isPackaged) this.#clicks = becomesProgramForLinks() ? 'open-here' : 'refused';
    app.on('second-instance', (_event, argv, folder, data) => {
      onLink();
      const link = findLink([...argv, handedOver(data)]);
      const file = findInviteFile(argv.slice(1), folder);
      if (link !== null) this.#open({ link });
      else if (file !== null) this.#open({ file });
    });
    app.on('open-url', (event, url) => {
      event.preventDefault();
      // A preview turns the camera on: not in a window that nobody sees.
      onLink();
      this.#open({ link: url });
    });
    app.on('open-file', (event, file) => {
      event.preventDefault();
      onLink();
      this.#open({ file });
    });
  }

  /** The window listens: it is led to what waits, and to whatever comes from now on. */
  deliverTo(receiver: DeepLinkReceiver): void {
    this.#receiver = receiver;
    const waiting = this.#waiting;
    this.#waiting = null;
    // After the answer that is just being given.
    if (waiting !== null) setImmediate(() => this.#open(waiting));
  }

  /** Leads to its preview, or to a clear word why not. */
  #open(what: NonNullable<Waiting>): void {
    const turn = ++this.#turn;
    const receiver = this.#receiver;
    if (receiver === null || receiver.isLocked()) this.#waiting = what;
    else if ('link' in what) openLink(receiver, what.link);
    else
      void readInviteFile(what.file).then((link) => {
        if (turn !== this.#turn) return;
        // It may have been locked meanwhile.
        if (link !== null) this.#open({ link });
        else receiver.refused('link-not-vigil');
      });
  }
}

function becomesProgramForLinks(): boolean {
  const { platform, env, execPath } = process;
  const isKnown = ensureDesktopEntry({ platform, env, home: app.getPath('home'), program: execPath });
  return isKnown && app.setAsDefaultProtocolClient('vigil');
}

function openLink(receiver: DeepLinkReceiver, link: string): void {
  try {
    receiver.open(link);
  } catch (error) {
    receiver.refused(error instanceof VigilError ? error.code : 'internal');
  }
}

/** What a start that shows no link on its command line tells the running app beside its arguments. */
function handedOver(data: unknown): string {
  const isTold = typeof data === 'object' && data !== null && 'link' in data;
  return isTold && typeof data.link === 'string' ? data.link : '';
}
