import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { concat, toHex } from '../../../../../shared/bytes';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { leafOf } from '../../../../../shared/files/file-tree';
import { CHUNK_LENGTH } from '../../../../../shared/files/limits';
import { OutgoingFile } from '../../../../../shared/meeting/files/outgoing-file';
import {
  decodeFileStep,
  encodeFileStep,
  type FileStep,
} from '../../../../../shared/meeting/messages/file-messages';
import { bytesOf, offeredOf } from '../../../../support/world/files-in-memory';
import { idOf, three } from '../../../../support/world/people';
import type { Person } from '../../../../support/world/world';
import { memberOf } from '../speaking-up/says';
import { fileOf, filesOf, offer, stateOf, take } from './handed-over';

beforeAll(cryptoReady);
afterEach(() => {
  vi.restoreAllMocks();
});

const large = bytesOf(40 * CHUNK_LENGTH + 5);
const some = bytesOf(3 * CHUNK_LENGTH + 5);

/** An app of its own making says this to one other. */
const forge = (from: Person, to: Person, step: FileStep): unknown =>
  memberOf(from, to.name).send(encodeFileStep(step));

const anOffer = (number: number): Extract<FileStep, { s: 'offer' }> => ({
  ...{ s: 'offer', id: new Uint8Array(16).fill(number), size: 1, name: `${String(number)}.bin` },
  ...{ root: new Uint8Array(32), all: true },
});

/** The steps that this person says from now on. */
function overheard(person: Person): FileStep[] {
  const steps: FileStep[] = [];
  for (const member of person.meeting.members.all) {
    const send = member.send.bind(member);
    member.send = (message) => {
      const step = message.t === 'file' ? decodeFileStep(message) : null;
      if (step) steps.push(step);
      return send(message);
    };
  }
  return steps;
}

describe('whoever lies about a file', () => {
  const lies: [string, (bytes: Uint8Array) => ReturnType<typeof offeredOf>][] = [
    ['one byte longer', (bytes) => ({ ...offeredOf('a.bin', bytes), size: bytes.length + 1 })],
    ['one byte shorter', (bytes) => ({ ...offeredOf('a.bin', bytes), size: bytes.length - 1 })],
    [
      'other bytes than the hash says',
      (bytes) => {
        const honest = offeredOf('a.bin', bytes);
        const other = bytes.slice();
        other[CHUNK_LENGTH + 9]! ^= 1;
        return { ...honest, source: offeredOf('a.bin', other).source };
      },
    ],
    [
      'its chunks in another order',
      (bytes) => {
        const honest = offeredOf('a.bin', bytes);
        const { read } = honest.source;
        return {
          ...honest,
          source: {
            ...honest.source,
            read: (at, length, then) => {
              read(at === CHUNK_LENGTH ? 2 * CHUNK_LENGTH : at, length, then);
            },
          },
        };
      },
    ],
  ];
  it.each(lies)('(%s) is found out before that is written, and can be asked again', (_, lie) => {
    const { world, alice, bob } = three('file lie');
    const lying = lie(some);
    // Its app does not look whether it still is what was offered.
    const { tree } = lying;
    const blind = Object.assign(Object.create(tree) as typeof tree, {
      root: tree.root,
      proof: (index: number) => tree.proof(index),
      leaf: (index: number) => {
        let leaf = tree.root;
        const length = Math.min(CHUNK_LENGTH, lying.size - index * CHUNK_LENGTH);
        lying.source.read(index * CHUNK_LENGTH, length, (bytes) => {
          leaf = leafOf(index, bytes!);
        });
        return leaf;
      },
    });
    alice.meeting.files.offer({ ...lying, tree: blind }, null);
    world.run(500);
    const place = take(bob);
    world.run(3000);
    expect([stateOf(bob), place.state]).toEqual(['damaged', 'discarded']);
    expect(place.written).toBeLessThanOrEqual(CHUNK_LENGTH);
    expect(fileOf(alice).receivers.find(({ name }) => name === 'Bob')?.state).toBe('damaged');
    const again = take(bob);
    world.run(3000);
    expect([stateOf(bob), again.state]).toEqual(['damaged', 'discarded']);
  });

  it('is forgiven where it comes right the second time', () => {
    const { world, alice, bob } = three('file right');
    const bytes = some.slice();
    const file = offer(alice, bytes);
    const leaf = vi
      .spyOn(file.tree, 'leaf')
      .mockImplementation((index) =>
        leafOf(index, bytes.slice(index * CHUNK_LENGTH, (index + 1) * CHUNK_LENGTH)),
      );
    bytes[3]! ^= 1;
    world.run(500);
    take(bob);
    world.run(3000);
    expect(stateOf(bob)).toBe('damaged');
    bytes[3]! ^= 1;
    leaf.mockRestore();
    const place = take(bob);
    world.run(3000);
    expect(place.holds(some)).toBe(true);
  });
});

describe('pieces of files', () => {
  it('that nobody asked for are dropped and counted, and end nothing', () => {
    const { world, alice, bob, carol } = three('file unasked');
    const pieces = new Uint8Array(20 * 16_384).fill(5);
    memberOf(alice, 'Bob').sendPieces(pieces);
    world.run(500);
    expect(bob.drops.get('file-unexpected')).toBe(20);
    // Nor does anything come of those of a file that was offered and not taken.
    offer(alice, some);
    world.run(500);
    memberOf(alice, 'Bob').sendPieces(pieces);
    world.run(500);
    expect(bob.drops.get('file-unexpected')).toBe(40);
    expect([stateOf(bob), stateOf(carol)]).toEqual(['offered', 'offered']);
    const place = take(bob);
    world.run(3000);
    expect(place.holds(some)).toBe(true);
  });

  it('that come twice count once', () => {
    const { world, alice, bob } = three('file twice');
    offer(alice, some);
    world.run(500);
    const place = take(bob);
    alice.connections.rewritePieces = (pieces) => pieces.flatMap((piece) => [piece, piece]);
    world.run(3000);
    expect(place.holds(some)).toBe(true);
    expect(bob.drops.get('file-not-genuine')).toBeGreaterThan(40);
  });

  it('that are reordered or altered are not taken, and asked for again by another key', () => {
    for (const rewrite of [
      (pieces: Uint8Array[]) => pieces.reverse(),
      (pieces: Uint8Array[]) =>
        pieces.map((piece) => piece.map((byte, place) => (place === 99 ? byte ^ 1 : byte))),
    ]) {
      const { world, alice, bob } = three('file reordered');
      const steps = overheard(bob);
      offer(alice, some);
      world.run(500);
      const place = take(bob);
      alice.connections.rewritePieces = rewrite;
      world.run(10_000);
      expect(stateOf(bob)).toBe('running');
      expect(place.written).toBeLessThan(CHUNK_LENGTH);
      expect(bob.drops.get('file-not-genuine')).toBeGreaterThan(10);
      alice.connections.rewritePieces = (pieces) => pieces;
      world.run(40_000);
      expect(place.holds(some)).toBe(true);
      const keys = steps.flatMap((step) => (step.s === 'accept' ? [toHex(step.key)] : []));
      expect(keys.length).toBeGreaterThan(1);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('of another file, or of somebody else, are not taken for this one', () => {
    const { world, alice, bob, carol } = three('file of another');
    offer(alice, large);
    offer(alice, large, null, 'b.bin');
    world.run(500);
    world.network.pieceMs = 5;
    const seen: Uint8Array[] = [];
    alice.connections.rewritePieces = (pieces) => {
      seen.push(...pieces);
      return pieces;
    };
    const [a, b] = [take(bob), take(bob, 'b.bin')];
    world.run(500);
    const tags = [...new Set(seen.map((piece) => toHex(piece.subarray(0, 8))))];
    expect(tags).toHaveLength(2);
    // Carol sends what she saw; Alice's own app puts the one under the name of the other.
    memberOf(carol, 'Bob').sendPieces(concat(...seen.slice(0, 30)));
    alice.connections.rewritePieces = (pieces) => {
      const [first] = pieces;
      if (!first) return pieces;
      const other = seen.find((piece) => toHex(piece.subarray(0, 8)) !== toHex(first.subarray(0, 8)));
      return [concat(other!.subarray(0, 8), first.subarray(8)), ...pieces];
    };
    world.run(30_000);
    expect(bob.drops.get('file-unexpected')).toBeGreaterThanOrEqual(30);
    expect(bob.drops.get('file-not-genuine')).toBeGreaterThan(20);
    expect([a.holds(large), b.holds(large)]).toEqual([true, true]);
  });

  it('beyond what there is room for are dropped', () => {
    const { world, alice, bob } = three('file no credit');
    vi.spyOn(OutgoingFile.prototype, 'underWayTo').mockReturnValue(0);
    offer(alice, large);
    world.run(500);
    const place = take(bob);
    let held = 0;
    place.write = () => {
      held++;
    };
    world.run(3000);
    expect(held).toBe(32);
    expect(bob.drops.get('file-flood')).toBe(1);
  });
});

describe('steps about a file', () => {
  it("that are not its sender's or receiver's to say change nothing", () => {
    const { world, alice, bob, carol } = three('file steps');
    world.network.pieceMs = 5;
    const seen = overheard(alice);
    offer(alice, large, idOf(alice, 'Bob'));
    world.run(500);
    const place = take(bob);
    world.run(300);
    const file = seen[0]!.id;
    for (const step of [
      { s: 'end', id: file, why: 'cancelled' },
      { s: 'hold', id: file },
      { s: 'go', id: file },
      { s: 'taken', id: file, chunks: 3 },
      { s: 'accept', id: file, from: 0, key: new Uint8Array(32) },
    ] as const) {
      forge(carol, bob, step);
      forge(carol, alice, step);
    }
    // Somebody else's offer is another one, however it is called.
    forge(carol, bob, { ...anOffer(1), id: file });
    world.run(300);
    expect(bob.drops.get('file-unexpected')).toBe(5);
    expect(filesOf(bob)).toHaveLength(2);
    expect(alice.drops.get('file-unexpected')).toBe(5);
    forge(bob, alice, { s: 'taken', id: file, chunks: 40 });
    forge(bob, alice, { s: 'accept', id: file, from: 99, key: new Uint8Array(32) });
    world.run(300);
    expect(alice.drops.get('file-unexpected')).toBe(7);
    world.run(20_000);
    expect(place.holds(large)).toBe(true);
  });

  it('that are malformed are dropped', () => {
    const { world, alice, bob } = three('file malformed');
    const member = memberOf(alice, 'Bob');
    const { body } = encodeFileStep(anOffer(1));
    member.send({ t: 'file', body: body.map((byte, place) => (place === 511 ? 1 : byte)) });
    member.send({ t: 'file', body: new Uint8Array(512).fill(255) });
    for (const wrong of [
      { size: -1 },
      { size: 2 ** 36 + 1 },
      { id: new Uint8Array(15) },
      { root: new Uint8Array(31) },
    ])
      member.send(encodeFileStep({ ...anOffer(1), ...wrong }));
    member.send(encodeFileStep({ ...anOffer(1), name: 'ü'.repeat(128) }));
    world.run(500);
    expect(bob.drops.get('file-malformed')).toBe(7);
    expect(filesOf(bob)).toEqual([]);
  });

  it('offer a safe name, whatever is claimed', () => {
    const { world, alice, bob } = three('file name');
    forge(alice, bob, { ...anOffer(1), name: '../../CON' });
    world.run(500);
    expect(filesOf(bob).map(({ name }) => name)).toEqual(['_CON']);
  });

  it('offer no more than a person can look at', () => {
    const { world, alice, bob } = three('file flood');
    for (let number = 0; number < 40; number++) {
      forge(alice, bob, anOffer(number));
      forge(alice, bob, { s: 'end', id: anOffer(number).id, why: 'cancelled' });
    }
    world.run(1000);
    expect(bob.drops.get('file-flood')).toBe(8);
    for (let number = 40; number < 100; number++) {
      forge(alice, bob, anOffer(number));
      world.run(4000);
    }
    expect(filesOf(bob)).toHaveLength(32);
    expect(() => {
      for (let number = 0; number < 9; number++) offer(bob, bytesOf(1));
    }).toThrow('file-too-often');
  });

  it('ask for the beginning no more often than links break', () => {
    const { world, alice, bob } = three('file accepts');
    const [seen] = [overheard(alice), offer(alice, some)];
    world.run(500);
    for (let count = 0; count < 40; count++)
      forge(bob, alice, { s: 'accept', id: seen[0]!.id, from: 0, key: new Uint8Array(32).fill(count) });
    world.run(500);
    expect(alice.drops.get('file-flood')).toBe(8);
  });

  it('of somebody who may not write offer nothing', () => {
    const { world, alice, bob, carol } = three('file refused');
    alice.meeting.quiet.setPaused(true);
    world.run(5000);
    forge(carol, bob, anOffer(1));
    world.run(500);
    expect(filesOf(bob)).toEqual([]);
    expect(bob.drops.get('file-refused')).toBe(1);
  });

  it('of somebody who is held until this person has decided are not taken', () => {
    const { world, alice, bob } = three('file held');
    vi.spyOn(bob.meeting.gathered.group, 'mayHear').mockReturnValue(false);
    forge(alice, bob, anOffer(1));
    world.run(500);
    expect(filesOf(bob)).toEqual([]);
    expect(bob.drops.get('file-refused')).toBe(1);
  });
});
