/** Media keys and sealed frames. */
import type { Protection } from '../protection';

const frames = 'unit/shared/media/frames.test.ts';
const senders = 'unit/shared/media/sender-keys.test.ts';
const receivers = 'unit/shared/media/receiver-keys.test.ts';
const rosters = 'unit/shared/meeting/rosters.test.ts';
const opener = 'shared/media/frame-opener.ts';
const distribution = 'shared/meeting/group/key-distribution.ts';

export const media: readonly Protection[] = [
  {
    name: 'frame-replay',
    file: opener,
    find: 'key.window.record(counter);',
    replace: '',
    tests: [frames],
    short: true,
  },
  {
    name: 'frame-track',
    file: opener,
    find: "if (place.track !== track) return { ok: false, reason: 'wrong-track' };",
    replace: '',
    tests: [frames],
  },
  {
    name: 'frame-clear-part',
    file: opener,
    find: "return agrees ? { ok: true, bytes: plain } : { ok: false, reason: 'disagrees' };",
    replace: 'return { ok: true, bytes: plain };',
    tests: [frames],
  },
  {
    name: 'frame-clear-bits',
    file: 'shared/media/frames.ts',
    find: '|| (first & ~P_BIT) !== 0) return null;',
    replace: ') return null;',
    tests: [frames],
  },
  {
    name: 'old-keys-end',
    file: opener,
    find: 'if (key.endsAt === null || this.steady() < key.endsAt) return key;',
    replace: 'return key;',
    tests: [frames],
  },
  {
    name: 'forgotten-peer',
    file: opener,
    find: 'if (closedUpTo !== null && comparePositions(position, closedUpTo) <= 0) return true;',
    replace: '',
    tests: [frames],
  },
  {
    name: 'counter-never-again',
    file: 'shared/media/frame-sealer.ts',
    find: 'if (this.#newest && comparePositions(position, this.#newest) <= 0) return false;',
    replace: '',
    tests: [frames],
  },
  {
    name: 'counter-end',
    file: 'shared/media/frame-sealer.ts',
    find: "if (current.next >= this.maxFrames) return { ok: false, reason: 'key-spent' };",
    replace: '',
    tests: [frames],
  },
  {
    name: 'key-after-leaving',
    file: 'shared/media/sender-keys.ts',
    find: "if (this.#holders.delete(peerId) && this.#state.phase === 'running') this.#renew(this.#state.worker);",
    replace: 'this.#holders.delete(peerId);',
    tests: [senders],
  },
  {
    name: 'step-for-newcomers',
    file: 'shared/media/sender-keys.ts',
    find: 'if (this.#holders.size === 0) {',
    replace: 'if (this.#holders.size >= 0) {',
    tests: [senders],
  },
  {
    name: 'steps-apart',
    file: 'shared/media/sender-keys.ts',
    find: 'this.#waiting.size === 0 || this.#endPause) return;',
    replace: 'this.#waiting.size === 0) return;',
    tests: [senders],
  },
  {
    name: 'media-keys-follow-renewal',
    file: 'shared/meeting/group/key-distribution.ts',
    find: 'if (this.#keyed.has(member)) this.#mediaKeys.renewed(member.facts.peerId);',
    replace: '',
    tests: ['unit/shared/meeting/media-keys.test.ts'],
    only: 'within every hour',
  },
  {
    name: 'key-told-before-used',
    file: 'shared/media/sender-keys.ts',
    find: 'this.ports.timer(PREPARED_MS, () => {',
    replace: 'this.ports.timer(0, () => {',
    tests: [senders],
    only: 'two seconds later',
  },
  {
    name: 'key-of-a-new-worker',
    file: 'shared/media/sender-keys.ts',
    find: 'generation: this.generations.next(),',
    replace: 'generation: 0,',
    tests: [senders],
  },
  {
    name: 'stale-keys',
    file: 'shared/media/receiver-keys.ts',
    find: 'if (generation < newest.generation || (generation === newest.generation && step <= newest.step))',
    replace: 'if (false)',
    tests: [receivers],
  },
  {
    name: 'keys-of-those-here',
    file: distribution,
    find: "else if (!this.options.isHere(member)) this.ports.drop('key-refused');",
    replace: '',
    tests: ['unit/shared/meeting/overreach.test.ts'],
    only: 'takes the media keys back',
  },
  {
    name: 'keys-to-those-here',
    file: distribution,
    find: 'if (!this.options.mayHear(member) || this.#keyed.has(member)) continue;',
    replace: 'if (this.#keyed.has(member)) continue;',
    tests: [rosters, 'unit/shared/meeting/verification.test.ts'],
    only: 'ghost|changed|held',
  },
  {
    name: 'keys-after-the-door',
    file: distribution,
    find: 'if (!this.options.doorHadRight()) return;',
    replace: '',
    tests: ['unit/shared/meeting/joining.test.ts'],
    only: 'gets no keys of a newcomer',
  },
  {
    name: 'keys-taken-back',
    file: distribution,
    find: 'this.#keyed.delete(member);\n    this.#mediaKeys.leave(member.facts.peerId);',
    replace: '',
    tests: ['unit/shared/meeting/overreach.test.ts'],
    only: 'takes the media keys back',
  },
];
