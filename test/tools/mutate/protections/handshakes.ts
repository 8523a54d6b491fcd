/** Links, envelopes, the Noise handshake and the channel that follows it. */
import type { Protection } from '../protection';

const link = 'unit/shared/invite/link.test.ts';
const attacks = 'unit/shared/meeting/attacks.test.ts';
const handshake = 'unit/shared/noise/handshake-state.test.ts';
const channel = 'unit/shared/noise/secure-channel.test.ts';
const envelope = 'unit/shared/wire/envelope.test.ts';

export const handshakes: readonly Protection[] = [
  {
    name: 'link-checksum',
    file: 'shared/invite/link.ts',
    find: 'if (!equalPublic(checksum(body), bytes.subarray(-CHECKSUM_LENGTH)))',
    replace: 'if (false)',
    tests: [link],
    short: true,
  },
  {
    name: 'link-expiry',
    file: 'shared/invite/link.ts',
    find: "if (expiry <= now) throw new VigilError('link-expired');",
    replace: '',
    tests: [link],
  },
  {
    name: 'link-binds-host-key',
    file: 'shared/invite/key-schedule.ts',
    find: 'uintBE(invite.expiry, 4), invite.hostKey);',
    replace: 'uintBE(invite.expiry, 4));',
    tests: [link, attacks],
    only: 'is bound to host key|a false link',
  },
  {
    name: 'link-binds-expiry',
    file: 'shared/invite/key-schedule.ts',
    find: 'uintBE(invite.expiry, 4), invite.hostKey);',
    replace: 'invite.hostKey);',
    tests: [link, attacks],
    only: 'is bound to host key|a false link',
  },
  {
    name: 'link-binds-lobby',
    file: 'shared/invite/key-schedule.ts',
    find: 'const flags = invite.open ? 1 : 0;',
    replace: 'const flags = 0;',
    tests: [link, attacks],
    only: 'is bound to host key|a false link',
  },
  {
    name: 'go-between-bounds',
    file: 'shared/invite/hints.ts',
    find: 'if (lent && hints.turn.length < MAX_LENT_TURN)',
    replace: 'if (lent)',
    tests: ['unit/shared/invite/turn-hints.test.ts'],
  },
  {
    name: 'go-between-login',
    file: 'shared/wire/turn-url.ts',
    find: "if (checked.username === '' || credential === '' || isTooLong) throw",
    replace: 'if (false) throw',
    tests: ['unit/shared/invite/turn-hints.test.ts'],
  },
  {
    name: 'envelope-size',
    file: 'shared/wire/envelope.ts',
    find: "if (sealed.length !== ENVELOPE_LENGTH) throw new RangeError('envelope has another length');",
    replace: '',
    tests: [envelope],
  },
  {
    name: 'message-once',
    file: 'shared/wire/reassembly.ts',
    find: 'if (this.#seen.has(id)) return null;',
    replace: '',
    tests: [envelope],
  },
  {
    name: 'message-id-binds-body',
    file: 'shared/wire/reassembly.ts',
    find: 'envelope.parts === 1 ? `${head}:${toHex(blake2b(16, [envelope.body]))}` : head;',
    replace: 'head;',
    tests: [envelope],
  },
  {
    name: 'pre-shared-key',
    file: 'shared/noise/handshake-state.ts',
    find: 'this.#symmetric.mixKeyAndHash(psk);',
    replace: '',
    tests: [handshake, attacks],
    only: 'pre-shared key|psk',
  },
  {
    name: 'handshake-prologue',
    file: 'shared/noise/handshake-state.ts',
    find: 'this.#symmetric.mixHash(prologue);',
    replace: '',
    tests: [handshake],
  },
  {
    name: 'handshake-restores',
    file: 'shared/noise/handshake-state.ts',
    find: 'this.#restore(before);',
    replace: '',
    tests: [handshake],
    short: true,
  },
  {
    name: 'answer-accepted-first',
    file: 'shared/noise/handshake-state.ts',
    find: 'if (this.options.accept?.(payload, this.remoteStatic) === false)',
    replace: 'if (this.options.accept?.(payload, this.remoteStatic) === undefined && false)',
    tests: [attacks],
    only: 'cannot pose as the door',
  },
  {
    name: 'prologue-role',
    file: 'shared/meeting/messages/prologue.ts',
    find: 'Uint8Array.of(role), ',
    replace: '',
    tests: ['unit/shared/wire/protocol-examples.test.ts'],
  },
  {
    name: 'channel-replay',
    file: 'shared/noise/secure-channel.ts',
    find: 'if (counter >= MAX_NONCE || !this.#window.accepts(counter))',
    replace: 'if (counter >= MAX_NONCE)',
    tests: [channel],
    short: true,
  },
  {
    name: 'channel-counter-end',
    file: 'shared/noise/secure-channel.ts',
    find: 'if (counter >= MAX_NONCE || !this.#window.accepts(counter))',
    replace: 'if (!this.#window.accepts(counter))',
    tests: [channel],
  },
  {
    name: 'channel-records',
    file: 'shared/noise/secure-channel.ts',
    find: 'this.#window.record(counter);',
    replace: '',
    tests: [channel],
  },
  {
    name: 'channel-wiped',
    file: 'shared/noise/secure-channel.ts',
    find: "if (this.#wiped) throw new Error('channel is closed');",
    replace: '',
    tests: [channel],
  },
  {
    name: 'window-too-old',
    file: 'shared/noise/replay-window.ts',
    find: 'return this.#covers(counter) && this.#seen',
    replace: 'return this.#seen',
    tests: [channel],
  },
];
