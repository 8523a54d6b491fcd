/**
 * The keys of what the others send (docs/protocol.md, Media keys), by peer: what a peer says is taken for its own
 * frames only. Runs in main; the frame worker gets keys of single tracks and steps, and finds a key by (peer of
 * the authenticated link, key id).
 *
 * Two steps more than were said are always handed out, so that a newcomer elsewhere costs no frame; further ones
 * are tried on demand, and kept only when a frame opened.
 */
import { wipe } from '../crypto/sodium';
import type { ReceiveKeys } from './frame-messages';
import { keyIdOf, MAX_KEY_ID, MAX_STEP, readKeyId, trackNumbers } from './key-id';
import type { KeyMessage } from './key-messages';
import { baseKeyFrom, ratchetBy, trackKeyOf, type BaseKey } from './ratchet';

/** Steps that are handed out beyond the one that is known to be in use. */
export const STEPS_AHEAD = 2;
/** Generations of one peer that are remembered at once; keys said and never used push out the oldest. */
export const MAX_GENERATIONS_HELD = 4;

export interface ReceiverKeysEvents {
  /** The bytes belong to the receiver, who wipes them. */
  install: (keys: ReceiveKeys) => void;
  forget: (peerId: string) => void;
}

/** One generation of one peer, from the oldest step that may still be needed. */
interface Chain {
  generation: number;
  step: number;
  base: BaseKey;
  /** Steps up to this one were handed out. */
  installed: number;
}

interface Peer {
  chains: Chain[];
  /** Never accepted again, even after the peer was gone: generations below, and steps up to this one. */
  newest: { generation: number; step: number };
}

export class ReceiverKeys {
  readonly #peers = new Map<string, Peer>();

  constructor(private readonly events: ReceiverKeysEvents) {}

  /** False if the message is stale: an older generation, or a step that is known already. */
  accept(peerId: string, message: KeyMessage): boolean {
    const { generation, step } = message;
    const peer = this.#peers.get(peerId) ?? { chains: [], newest: { generation: -1, step: -1 } };
    const { newest } = peer;
    if (generation < newest.generation || (generation === newest.generation && step <= newest.step))
      return false;
    this.#peers.set(peerId, peer);
    peer.newest = { generation, step };
    const known = peer.chains.find((chain) => chain.generation === generation);
    if (known) this.#drop(peer, [known]);
    const chain = { generation, step, base: baseKeyFrom(message.key), installed: step - 1 };
    peer.chains.push(chain);
    this.#drop(peer, peer.chains.slice(0, -MAX_GENERATIONS_HELD));
    this.#install(peerId, chain);
    return true;
  }

  /**
   * The worker saw a key id that it does not know. At most 255 hashes, and nothing is kept of them. True if the
   * peer has to be asked: it seals with a generation that it never told, or that was lost.
   */
  missing(peerId: string, keyId: number): boolean {
    const found = this.#find(peerId, keyId);
    if (!found) return this.#isNews(peerId, keyId);
    if (found.step <= found.chain.installed) return false;
    const { chain, step } = found;
    const base = ratchetBy(chain.base, step - chain.step);
    const keys = this.#trackKeys(chain.generation, step, base);
    wipe(base);
    this.events.install({ peerId, onTrial: true, keys });
    return false;
  }

  /** A frame opened: everything before its step and generation is over, as soon as the worker lets go of it. */
  used(peerId: string, keyId: number): void {
    const found = this.#find(peerId, keyId);
    if (!found) return;
    const { peer, chain, step } = found;
    this.#drop(
      peer,
      peer.chains.filter(({ generation }) => generation < chain.generation),
    );
    if (step <= chain.step) return;
    const base = ratchetBy(chain.base, step - chain.step);
    wipe(chain.base);
    Object.assign(chain, { base, step });
    if (chain.generation === peer.newest.generation) peer.newest.step = Math.max(peer.newest.step, step);
    chain.installed = Math.max(chain.installed, step);
    this.#install(peerId, chain);
  }

  /** A new worker has no keys: everything that may be needed is handed out again. */
  workerStarted(): void {
    for (const [peerId, { chains }] of this.#peers) {
      for (const chain of chains) {
        chain.installed = chain.step - 1;
        this.#install(peerId, chain);
      }
    }
  }

  /** The peer left. What it said before is stale for the rest of the meeting. */
  forget(peerId: string): void {
    const peer = this.#peers.get(peerId);
    if (peer) this.#drop(peer, peer.chains);
    this.events.forget(peerId);
  }

  /** The meeting is over. */
  stop(): void {
    for (const peerId of this.#peers.keys()) this.forget(peerId);
    this.#peers.clear();
  }

  #isNews(peerId: string, keyId: number): boolean {
    if (!Number.isInteger(keyId) || keyId < 0 || keyId > MAX_KEY_ID) return false;
    return readKeyId(keyId).generation > (this.#peers.get(peerId)?.newest.generation ?? -1);
  }

  #find(peerId: string, keyId: number): { peer: Peer; chain: Chain; step: number } | null {
    if (!Number.isInteger(keyId) || keyId < 0 || keyId > MAX_KEY_ID) return null;
    const { generation, step } = readKeyId(keyId);
    const peer = this.#peers.get(peerId);
    const chain = peer?.chains.find((one) => one.generation === generation);
    return peer && chain && step >= chain.step ? { peer, chain, step } : null;
  }

  /** What is missing between the chain's step and two steps beyond it. */
  #install(peerId: string, chain: Chain): void {
    const last = Math.min(chain.step + STEPS_AHEAD, MAX_STEP);
    const keys: ReceiveKeys['keys'] = [];
    for (let step = chain.installed + 1; step <= last; step++) {
      const base = ratchetBy(chain.base, step - chain.step);
      keys.push(...this.#trackKeys(chain.generation, step, base));
      wipe(base);
    }
    chain.installed = Math.max(chain.installed, last);
    if (keys.length > 0) this.events.install({ peerId, onTrial: false, keys });
  }

  #trackKeys(generation: number, step: number, base: BaseKey): ReceiveKeys['keys'] {
    return trackNumbers.map((track) => ({
      keyId: keyIdOf({ generation, step }, track),
      key: trackKeyOf(base, track),
    }));
  }

  #drop(peer: Peer, chains: readonly Chain[]): void {
    for (const { base } of chains) wipe(base);
    peer.chains = peer.chains.filter((chain) => !chains.includes(chain));
  }
}
