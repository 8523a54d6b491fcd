/** What everybody's frame worker was handed: with which key each seals now, and which keys each ever had of whom. */
import { toHex } from '../../../../../shared/bytes';
import type { FrameCommand } from '../../../../../shared/media/frame-messages';
import { keyIdOf, readKeyId, tracks } from '../../../../../shared/media/key-id';

/** One of the tracks stands for all: they are made of the same base key. */
export const TRACK = tracks.audio;

export interface Sealing {
  generation: number;
  step: number;
  keyId: number;
  /** In hex. */
  key: string;
}

export class KeyChest {
  readonly #seals = new Map<string, Sealing>();
  /** By receiver, sender, key id. */
  readonly #ever = new Map<string, Map<string, Map<number, string>>>();

  note(peerId: string, command: FrameCommand): void {
    if (command.type === 'send-keys') {
      const { generation, step } = command;
      const track = command.tracks.find((one) => one.track === TRACK);
      const keyId = keyIdOf({ generation, step }, TRACK);
      if (track) this.#seals.set(peerId, { generation, step, keyId, key: toHex(track.key) });
    }
    if (command.type === 'receive-keys')
      for (const { keyId, key } of command.keys)
        if (readKeyId(keyId).track === TRACK) this.of(peerId, command.peerId).set(keyId, toHex(key));
  }

  sealing(peerId: string): Sealing | undefined {
    return this.#seals.get(peerId);
  }

  /** All keys that `receiver` ever had of `sender`, by key id. */
  of(receiver: string, sender: string): Map<number, string> {
    const senders = this.#ever.get(receiver) ?? new Map<string, Map<number, string>>();
    this.#ever.set(receiver, senders);
    const keys = senders.get(sender) ?? new Map<number, string>();
    senders.set(sender, keys);
    return keys;
  }
}
