/**
 * Which way the own picture goes: while few are connected the browser's own way, an encoder for each; from some on once
 * for all, where the browser can. All connections go the same way, and change it together.
 */
import { FULL_VIEW, type ViewHeight } from '../../../shared/wire/view-height';
import type { FrameConnection } from '../frames/frame-crypto-client';
import type { VideoFeed } from '../frames/video-feed';

/** Never, unless a test says so: going over in the middle of a meeting is not proven yet. 3, a meeting of four, is meant. */
export const ENCODE_ONCE_FROM = Infinity;
/** The way back is gone so many connections later, so that one who comes and goes changes nothing. */
const BACK_BELOW = 1;

/** @param search of the window's address: a test may choose another number, 0 for never. */
export function encodeOnceFrom(search: string): number {
  const given = new URLSearchParams(search).get('encode-once-from');
  if (given === null || !/^\d{1,3}$/.test(given)) return ENCODE_ONCE_FROM;
  return Number(given) || Infinity;
}

interface Fed {
  sender: RTCRtpSender;
  connection: FrameConnection;
  view: ViewHeight;
}

export class GroupVideoFeed implements VideoFeed {
  readonly #fed = new Map<string, Fed>();
  #once: VideoFeed | null;
  #isOnce = false;

  /** @param once null where the browser cannot. @param from so many connections. */
  constructor(
    private readonly each: VideoFeed,
    once: VideoFeed | null,
    private readonly from: number,
  ) {
    this.#once = once;
  }

  attach(sender: RTCRtpSender, connection: FrameConnection): void {
    this.#fed.set(connection.connectionId, { sender, connection, view: FULL_VIEW });
    if (!this.#choose()) this.#way.attach(sender, connection);
  }

  show(connectionId: string, height: ViewHeight): void {
    const fed = this.#fed.get(connectionId);
    if (fed) fed.view = height;
    this.#way.show(connectionId, height);
  }

  detach(connectionId: string): void {
    this.#fed.delete(connectionId);
    this.#way.detach(connectionId);
    this.#choose();
  }

  close(): void {
    this.#fed.clear();
    this.each.close();
    this.#once?.close();
  }

  /** Once for all has failed: never again until Vigil is started anew. */
  giveUpOnce(): void {
    const once = this.#once;
    if (!once) return;
    if (this.#isOnce) this.#change(once, this.each);
    this.#isOnce = false;
    this.#once = null;
    once.close();
  }

  get #way(): VideoFeed {
    return (this.#isOnce && this.#once) || this.each;
  }

  /** True if all go another way from now on. */
  #choose(): boolean {
    const count = this.#fed.size;
    const isOnce = this.#once !== null && count >= (this.#isOnce ? this.from - BACK_BELOW : this.from);
    if (isOnce === this.#isOnce) return false;
    const before = this.#way;
    this.#isOnce = isOnce;
    this.#change(before, this.#way);
    return true;
  }

  #change(before: VideoFeed, after: VideoFeed): void {
    for (const connectionId of this.#fed.keys()) before.detach(connectionId);
    for (const { sender, connection, view } of this.#fed.values()) {
      after.attach(sender, connection);
      after.show(connection.connectionId, view);
    }
  }
}
