/** Puts messages of several envelopes together again: each message once, bounded in time and number. */
import { concat, toHex } from '../bytes';
import type { SteadyClock, SteadyTime } from '../clocks';
import { blake2b } from '../crypto/sodium';
import type { Envelope, EnvelopeKind } from './envelope';

const MAX_REASSEMBLIES = 16;
const LIFETIME_MS = 10_000;
const REMEMBERED_MESSAGES = 4096;

export interface Message {
  kind: EnvelopeKind;
  from: Uint8Array;
  to: Uint8Array;
  body: Uint8Array;
}

interface Reassembly {
  startedAt: SteadyTime;
  parts: (Uint8Array | undefined)[];
}

export class Reassembler {
  readonly #pending = new Map<string, Reassembly>();
  readonly #seen = new Set<string>();

  /** @param random number from 0 to 1, for fair eviction. */
  constructor(
    private readonly steady: SteadyClock,
    private readonly random: () => number,
  ) {}

  /** Returns the whole message when its last part arrives, else null: incomplete, or a copy seen before. */
  add(envelope: Envelope): Message | null {
    const head = `${toHex(envelope.from)}:${toHex(envelope.messageId)}:${String(envelope.parts)}`;
    // Whoever holds the room's key can send another body under an id seen before: it must not hide the true one.
    const id = envelope.parts === 1 ? `${head}:${toHex(blake2b(16, [envelope.body]))}` : head;
    if (this.#seen.has(id)) return null;
    if (envelope.parts === 1) return this.#complete(id, envelope, [envelope.body]);
    this.#expire();
    const reassembly = this.#pending.get(id) ?? this.#begin(id, envelope.parts);
    if (reassembly.parts.length !== envelope.parts) return null;
    reassembly.parts[envelope.part] ??= envelope.body;
    const bodies = reassembly.parts.filter((part) => part !== undefined);
    return bodies.length === envelope.parts ? this.#complete(id, envelope, bodies) : null;
  }

  #begin(id: string, parts: number): Reassembly {
    if (this.#pending.size >= MAX_REASSEMBLIES) {
      // Random eviction: a flood cannot aim at one message.
      const victim = [...this.#pending.keys()][Math.floor(this.random() * this.#pending.size)];
      if (victim !== undefined) this.#pending.delete(victim);
    }
    const reassembly: Reassembly = {
      startedAt: this.steady(),
      parts: new Array<undefined>(parts).fill(undefined),
    };
    this.#pending.set(id, reassembly);
    return reassembly;
  }

  #expire(): void {
    for (const [id, { startedAt }] of this.#pending) {
      if (this.steady() - startedAt > LIFETIME_MS) this.#pending.delete(id);
    }
  }

  #complete(id: string, envelope: Envelope, bodies: Uint8Array[]): Message {
    this.#pending.delete(id);
    this.#seen.add(id);
    if (this.#seen.size > REMEMBERED_MESSAGES) {
      const [oldest] = this.#seen;
      if (oldest !== undefined) this.#seen.delete(oldest);
    }
    return { kind: envelope.kind, from: envelope.from, to: envelope.to, body: concat(...bodies) };
  }
}
