/** Files that somebody offers: who may, what is taken, what is written. */
import type { Protection } from '../protection';

const usual = 'unit/shared/meeting/files/files.test.ts';
const hostile = 'unit/shared/meeting/files/hostile.test.ts';
const keys = 'unit/shared/files/file-key.test.ts';
const trees = 'unit/shared/files/file-tree.test.ts';
const names = 'unit/shared/files/file-name.test.ts';
const looked = 'unit/main/files/arrived-picture.test.ts';
const shown = 'unit/shared/files/picture.test.ts';
const disk = 'unit/main/files/arriving-file.test.ts';

const incomings = 'shared/meeting/files/incoming-files.ts';
const outgoings = 'shared/meeting/files/outgoing-files.ts';
const part = 'shared/meeting/files/files.ts';
const incoming = 'shared/meeting/files/incoming-file.ts';
const outgoing = 'shared/meeting/files/outgoing-file.ts';
const key = 'shared/files/file-key.ts';
const tree = 'shared/files/file-tree.ts';
const name = 'shared/files/file-name.ts';

export const files: readonly Protection[] = [
  {
    name: 'picture-as-it-came',
    file: 'main/files/arrived-picture.ts',
    find: '!bytes || !equalPublic(rootOf(bytes), root)',
    replace: '!bytes || !equalPublic(rootOf(bytes).subarray(32), root.subarray(32))',
    tests: [looked],
    only: 'other bytes lie there',
  },
  {
    name: 'picture-pixels',
    file: 'shared/files/picture.ts',
    find: 'fits && width * height <= MAX_SHOWN_PIXELS ? facts : null',
    replace: 'fits ? facts : null',
    tests: [shown],
    only: 'fill all memory',
  },
  {
    name: 'file-chunk-checked',
    file: tree,
    find: 'return equalPublic(rootOf(size, hash), root) ? chunk : null;',
    replace: 'return rootOf(size, hash).length === root.length ? chunk : null;',
    tests: [hostile, trees],
    only: 'is found out|takes no other',
  },
  {
    name: 'file-chunk-in-its-place',
    file: tree,
    find: 'blake2b256([LEAF, uintBE(index, 4), chunk])',
    replace: 'blake2b256([LEAF, uintBE(index * 0, 4), chunk])',
    tests: [trees],
    only: 'same chunk at another place',
  },
  {
    name: 'file-size-bound',
    file: tree,
    find: 'blake2b256([ROOT, u64BE(BigInt(size)), top])',
    replace: 'blake2b256([ROOT, u64BE(BigInt(size * 0)), top])',
    tests: [trees],
    only: 'tells a size apart',
  },
  {
    name: 'file-piece-of-this-file',
    file: key,
    find: 'concat(LABEL, id, uintBE(from, 4))',
    replace: 'concat(LABEL, id.slice(0, 0), uintBE(from * 0, 4))',
    tests: [keys],
    only: 'another file',
  },
  {
    name: 'file-piece-in-order',
    file: key,
    find: ' || reader.u64BE() !== this.next) return null;',
    replace: ') return null;\n    this.next = reader.u64BE();',
    tests: [keys],
    only: 'not taken twice',
  },
  {
    name: 'file-key-anew',
    file: incoming,
    find: 'const key = this.ports.random(FILE_KEY_LENGTH);',
    replace: 'const key = new Uint8Array(FILE_KEY_LENGTH);',
    tests: [hostile],
    only: 'by another key',
  },
  {
    name: 'file-asked-for',
    file: incomings,
    find: 'peerId === from.facts.peerId && file.tag !== null && equalPublic(file.tag, tag),',
    replace: 'file.tag !== null && equalPublic(file.tag, tag) && peerId !== from.name,',
    tests: [hostile],
    only: 'somebody else',
  },
  {
    name: 'file-step-of-its-sender',
    file: incomings,
    find: 'from.peerId === peerId && equalPublic(file.facts.id, id))',
    replace: 'from.peerId.length === peerId.length && equalPublic(file.facts.id, id))',
    tests: [hostile],
    only: 'change nothing',
  },
  {
    name: 'file-step-of-its-receiver',
    file: outgoing,
    find: 'if (!delivery || OVER.has(delivery.state) || this.#ended) return false;\n    const count',
    replace: 'if (!delivery || this.#ended) return true;\n    const count',
    tests: [hostile],
    only: 'change nothing',
  },
  {
    name: 'file-taken-no-more-than-sent',
    file: outgoing,
    find: 'if (!isAll && (!delivery.sealer || chunks > delivery.next)) return false;',
    replace: '',
    tests: [hostile],
    only: 'change nothing',
  },
  {
    name: 'file-room',
    file: outgoing,
    find: 'return delivery?.sealer ? delivery.next - delivery.taken : 0;',
    replace: 'return delivery?.sealer ? 0 : 0;',
    tests: [usual],
    only: 'no more than there is room',
  },
  {
    name: 'file-room-here',
    file: incoming,
    find: 'this.#checked - this.#written >= 2 * CHUNKS_UNDER_WAY',
    replace: 'this.#checked < this.#written',
    tests: [hostile],
    only: 'beyond what there is room',
  },
  {
    name: 'file-offers-bounded',
    file: incomings,
    find: '!this.#allowanceOf(from).take() || !this.#hasRoomFor(identity)',
    replace: '!this.#hasRoomFor(identity)',
    tests: [hostile],
    only: 'no more than a person',
  },
  {
    name: 'file-offers-kept',
    file: incomings,
    find: 'if (theirs.length < MAX_KEPT) return true;',
    replace: 'if (theirs.length >= 0) return true;',
    tests: [hostile],
    only: 'no more than a person',
  },
  {
    name: 'file-accepts-bounded',
    file: outgoings,
    find: "if (step.s === 'accept' && !this.#acceptsOf(from).take()) {",
    replace: "if (step.s !== 'accept' && step.id.length === 0) {",
    tests: [hostile],
    only: 'no more often',
  },
  {
    name: 'file-offer-paused',
    file: incomings,
    find: 'if (!circle.options.quiet.mayBeRead(identity)) {',
    replace: 'if (identity.length === 0) {',
    tests: [hostile],
    only: 'may not write',
  },
  {
    name: 'file-of-those-who-may-be-heard',
    file: part,
    find: 'if (options.group.mayHear(from)) return true;',
    replace: "if (from.facts.peerId !== '') return true;",
    tests: [hostile],
    only: 'who is held',
  },
  {
    name: 'file-as-it-was-offered',
    file: outgoing,
    find: 'const isSame = chunk !== null && equalPublic(leafOf(index, chunk), tree.leaf(index));',
    replace: 'const isSame = chunk !== null && (chunk.length > 0 || tree.leaf(index).length > 0);',
    tests: [usual],
    only: 'was changed since',
  },
  {
    name: 'file-ends-with-its-sender',
    file: part,
    find: "if (reason !== 'lost') this.#gone(facts.peerId);",
    replace: "if (reason === 'left') this.#gone(facts.peerId);",
    tests: [usual],
    only: 'leaves or is removed',
  },
  {
    name: 'file-name-leads-nowhere',
    file: name,
    find: 'name.split(/[/\\\\]/u).at(-1)',
    replace: 'name.split(/[|]/u).at(-1)',
    tests: [names],
  },
  {
    name: 'file-name-no-device',
    file: name,
    find: 'isDevice ? `_${bare}` : bare',
    replace: 'isDevice ? bare : bare',
    tests: [names],
  },
  {
    name: 'file-name-safe-at-receiver',
    file: incomings,
    find: 'name: safeFileName(name), root }',
    replace: 'name, root }',
    tests: [hostile],
    only: 'safe name',
  },
  {
    name: 'file-marked-before-it-is-found',
    file: 'main/files/arriving-file.ts',
    find: 'await mark(this.part);',
    replace: '',
    tests: [disk],
    only: 'beside its place',
  },
  {
    name: 'file-beside-what-is-there',
    file: 'main/files/arriving-file.ts',
    find: "open(part, 'wx', 0o600)",
    replace: "open(part, 'w', 0o600)",
    tests: [disk],
    only: 'leaves what lies',
  },
  {
    name: 'file-pieces-once-certified',
    file: 'renderer/call/connection/file-channel.ts',
    find: '!this.#isOver && mayReceive()',
    replace: '!this.#isOver',
    tests: ['unit/renderer/call/connection/file-channel.test.ts'],
    only: 'whose certificate',
  },
  {
    name: 'file-chosen-in-the-dialog',
    file: 'main/ipc/handlers/files.ts',
    find: 'const path = await chooseFile(begin);',
    replace: 'const path = begin.defaultPath ?? (await chooseFile(begin));',
    tests: ['unit/main/ipc/handlers-of-files.test.ts'],
    only: 'of a dropped file',
  },
];
