/**
 * Opens what the others send. Keys, replay windows and their ends belong to a peer and a key id, not to a link:
 * they outlive a link that is rebuilt. A frame that does not open changes nothing.
 */
import type { SteadyClock } from '../clocks';
import { ReplayWindow } from '../noise/replay-window';
import type { ReceiveKeys } from './frame-messages';
import { FRAME_SUITE, splitClearPart, type FrameCodec, type Opened } from './frames';
import { comparePositions, MAX_KEY_ID, readKeyId, type KeyPosition } from './key-id';
import { deriveSframeKey, openSframeBody, type SframeKey, type Subtle } from './sframe';
import { decodeSframeHeader } from './sframe-header';

/** How many frames of one key id a late one may be behind. */
export const FRAME_REPLAY_WINDOW = 4096;
/** A key opens late frames so long after a newer one came into use; a key on trial so long without a frame. */
export const KEY_LINGER_MS = 2000;
/** Keys that one peer may have at a time; the oldest go first. */
export const MAX_KEYS_PER_PEER = 64;

interface ReceiveKey {
  position: KeyPosition;
  key: SframeKey;
  window: ReplayWindow;
  used: boolean;
  /** From this time on it opens nothing; null: as long as it is the newest. */
  endsAt: number | null;
}

interface Peer {
  /** By key id. */
  keys: Map<number, ReceiveKey>;
  /** Of the newest key that opened a frame. */
  newestUsed: KeyPosition | null;
  /** Up to here all is over, because the peer was forgotten: the replay windows are gone, so are the keys. */
  closedUpTo: KeyPosition | null;
}

export interface FrameSource {
  /** Whom the link that the frame came on was authenticated for. */
  peerId: string;
  track: number;
  codec: FrameCodec;
}

export interface FrameOpenerEvents {
  /** The first frame with this key opened. */
  used: (peerId: string, keyId: number) => void;
}

const OLDEST_LAST = (a: [number, ReceiveKey], b: [number, ReceiveKey]): number =>
  comparePositions(b[1].position, a[1].position);

export class FrameOpener {
  readonly #peers = new Map<string, Peer>();
  readonly #silenced = new Set<string>();

  /** @param now milliseconds; must not go backwards. */
  constructor(
    private readonly subtle: Subtle,
    private readonly steady: SteadyClock,
    private readonly events: FrameOpenerEvents,
  ) {}

  /**
   * Wipes the bytes given. A key id that is there already keeps its key and its replay window; one that is older
   * than the newest in use is not taken.
   */
  async install({ peerId, onTrial, keys }: ReceiveKeys): Promise<void> {
    const peer = this.#peers.get(peerId) ?? {
      keys: new Map<number, ReceiveKey>(),
      newestUsed: null,
      closedUpTo: null,
    };
    this.#peers.set(peerId, peer);
    for (const { keyId } of onTrial ? [] : keys) this.#confirm(peer, keyId);
    const wanted = keys.filter(({ keyId }) => !peer.keys.has(keyId) && !this.#isOver(peer, readKeyId(keyId)));
    try {
      const derived = await Promise.all(
        wanted.map(async ({ keyId, key }) => ({
          keyId,
          key: await deriveSframeKey(this.subtle, FRAME_SUITE, key, BigInt(keyId)),
        })),
      );
      // Meanwhile the peer may have been forgotten, or the same key installed twice.
      if (this.#peers.get(peerId) !== peer) return;
      const endsAt = onTrial ? this.steady() + KEY_LINGER_MS : null;
      for (const { keyId, key } of derived) {
        const position = readKeyId(keyId);
        if (peer.keys.has(keyId) || this.#isOver(peer, position)) continue;
        peer.keys.set(keyId, {
          position,
          key,
          window: new ReplayWindow(FRAME_REPLAY_WINDOW),
          used: false,
          endsAt,
        });
      }
      this.sweep();
      this.#limit(peer);
    } finally {
      for (const { key } of keys) key.fill(0);
    }
  }

  /** Nothing of this peer opens any more, and what it used before never will again. */
  forget(peerId: string): void {
    const peer = this.#peers.get(peerId);
    if (!peer) return;
    const { newestUsed } = peer;
    this.#peers.set(peerId, { keys: new Map(), newestUsed, closedUpTo: newestUsed });
  }

  /** Drops this peer's sound from now on, or no longer; its keys go on as they would. */
  silence(peerId: string, on: boolean): void {
    if (on) this.#silenced.add(peerId);
    else this.#silenced.delete(peerId);
  }

  /** The encoded frame, or why there is none. */
  async open({ peerId, track, codec }: FrameSource, frame: Uint8Array): Promise<Opened> {
    if (frame.length === 0) return { ok: false, reason: 'empty' };
    const split = splitClearPart(codec, frame);
    const read = split && readHeader(split.sframe);
    if (!read) return { ok: false, reason: 'malformed' };
    const { keyId, counter } = read.header;
    if (keyId > BigInt(MAX_KEY_ID)) return { ok: false, reason: 'malformed' };
    const id = Number(keyId);
    const place = readKeyId(id);
    if (place.track !== track) return { ok: false, reason: 'wrong-track' };
    const peer = this.#peers.get(peerId);
    const key = peer && this.#current(peer, id);
    if (!peer || !key) {
      if (peer && this.#isOver(peer, place)) return { ok: false, reason: 'old-key' };
      return { ok: false, reason: 'no-key', keyId: id };
    }
    if (!key.window.accepts(counter)) return { ok: false, reason: 'replayed' };
    const plain = await this.#decrypt(key, read, split.clear, split.sframe);
    if (!plain) return { ok: false, reason: 'not-genuine' };
    // A copy of it may have been opened meanwhile, on another link to the same peer, or the key have ended.
    if (this.#peers.get(peerId) !== peer || this.#current(peer, id) !== key)
      return { ok: false, reason: 'old-key' };
    if (!key.window.accepts(counter)) return { ok: false, reason: 'replayed' };
    key.window.record(counter);
    this.#use(peerId, peer, id, key);
    if (codec === 'opus' && this.#silenced.has(peerId)) return { ok: false, reason: 'silenced' };
    const agrees = codec !== 'vp8' || (plain[0] !== undefined && (plain[0] & 1) === split.clear[0]);
    return agrees ? { ok: true, bytes: plain } : { ok: false, reason: 'disagrees' };
  }

  /** Lets go of keys that are over. They open nothing even if this is never called. */
  sweep(): void {
    for (const peer of this.#peers.values())
      for (const keyId of [...peer.keys.keys()]) this.#current(peer, keyId);
  }

  /** Null if it was not sealed with the key. */
  #decrypt(
    { key }: ReceiveKey,
    read: ReadHeader,
    clear: Uint8Array,
    sframe: Uint8Array,
  ): Promise<Uint8Array | null> {
    return openSframeBody(this.subtle, key, read, clear, sframe).then(
      (plain) => new Uint8Array(plain),
      () => null,
    );
  }

  #current(peer: Peer, keyId: number): ReceiveKey | null {
    const key = peer.keys.get(keyId);
    if (!key) return null;
    if (key.endsAt === null || this.steady() < key.endsAt) return key;
    peer.keys.delete(keyId);
    return null;
  }

  #isOver(peer: Peer, position: KeyPosition): boolean {
    const { newestUsed, closedUpTo } = peer;
    if (closedUpTo !== null && comparePositions(position, closedUpTo) <= 0) return true;
    return newestUsed !== null && comparePositions(position, newestUsed) < 0;
  }

  /** A key on trial turns out to be one that was said. */
  #confirm(peer: Peer, keyId: number): void {
    const key = this.#current(peer, keyId);
    if (key && !this.#isOver(peer, key.position)) key.endsAt = null;
  }

  #use(peerId: string, peer: Peer, keyId: number, key: ReceiveKey): void {
    if (key.used) return;
    key.used = true;
    if (!this.#isOver(peer, key.position)) {
      peer.newestUsed = key.position;
      for (const other of peer.keys.values()) {
        const order = comparePositions(other.position, key.position);
        if (order < 0) other.endsAt = Math.min(other.endsAt ?? Infinity, this.steady() + KEY_LINGER_MS);
        // What is proven for one track is proven for the others.
        if (order === 0) other.endsAt = null;
      }
    }
    this.events.used(peerId, keyId);
  }

  #limit(peer: Peer): void {
    const surplus = [...peer.keys].sort(OLDEST_LAST).slice(MAX_KEYS_PER_PEER);
    for (const [keyId] of surplus) peer.keys.delete(keyId);
  }
}

type ReadHeader = ReturnType<typeof decodeSframeHeader>;

function readHeader(sframe: Uint8Array): ReadHeader | null {
  try {
    return decodeSframeHeader(sframe);
  } catch {
    return null;
  }
}
