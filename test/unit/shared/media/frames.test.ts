import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { concat, toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { FrameOpener } from '../../../../shared/media/frame-opener';
import { FrameSealer } from '../../../../shared/media/frame-sealer';
import { splitClearPart } from '../../../../shared/media/frames';
import { keyIdOf, tracks } from '../../../../shared/media/key-id';
import { baseKeyFrom, trackKeyOf } from '../../../../shared/media/ratchet';
import { deriveSframeKey, sealSframe } from '../../../../shared/media/sframe';
import { decodeSframeHeader, encodeSframeHeader } from '../../../../shared/media/sframe-header';
import { seededRandom } from '../../../support/world/random';
import { Call, subtle, vp8, type Person } from './people';

beforeAll(cryptoReady);

async function callOfTwo(): Promise<{ call: Call; alice: Person; bob: Person }> {
  const call = new Call();
  await call.meet('alice', 'bob');
  return { call, alice: call.person('alice'), bob: call.person('bob') };
}

const counterOf = (frame: Uint8Array): bigint => decodeSframeHeader(frame.subarray(1)).header.counter;
const flip = (bytes: Uint8Array, bit: number): Uint8Array =>
  bytes.map((byte, index) => (index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

describe('sealed frames', () => {
  it('open for the one who has the key, whatever is in them', async () => {
    const { alice, bob } = await callOfTwo();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 3000 }),
        fc.constantFrom('vp8' as const, 'opus' as const),
        async (payload, codec) => {
          const frame = await alice.seal(payload, codec);
          expect(frame.length - payload.length).toBeGreaterThanOrEqual(17);
          expect(frame.length - payload.length).toBeLessThanOrEqual(28);
          expect(await bob.openWhole('alice', frame, codec)).toEqual({ ok: true, bytes: payload });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('are never made without a key, nor of nothing', async () => {
    const sealer = new FrameSealer(subtle, () => undefined);
    expect(await sealer.seal(tracks.video, 'vp8', vp8('key'))).toEqual({ ok: false, reason: 'no-key' });
    const { alice } = await callOfTwo();
    expect(await alice.sealer.seal(5, 'vp8', vp8('key'))).toEqual({ ok: false, reason: 'no-key' });
    expect(await alice.sealer.seal(tracks.audio, 'opus', new Uint8Array(0))).toEqual({
      ok: false,
      reason: 'empty',
    });
  });

  it('that were changed in any bit, cut off or extended do not open, and change nothing', async () => {
    const { alice, bob } = await callOfTwo();
    const frame = await alice.seal(vp8('key', 40));
    for (let bit = 0; bit < frame.length * 8; bit++) {
      expect(await bob.open('alice', flip(frame, bit))).not.toBe('opened');
    }
    for (let length = 0; length < frame.length; length++) {
      expect(await bob.open('alice', frame.subarray(0, length))).not.toBe('opened');
    }
    expect(await bob.open('alice', new Uint8Array(0))).toBe('empty');
    expect(await bob.open('alice', concat(frame, Uint8Array.of(0)))).toBe('not-genuine');
    expect(await bob.open('alice', frame)).toBe('opened');
  });

  it('that somebody made up do not open', async () => {
    const { bob } = await callOfTwo();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(await bob.open('alice', bytes)).not.toBe('opened');
      }),
      { numRuns: 300 },
    );
    const header = encodeSframeHeader({ keyId: 2n ** 60n, counter: 0n });
    expect(await bob.open('alice', concat(Uint8Array.of(0), header, new Uint8Array(40)))).toBe('malformed');
  });

  it('open once, in any order, up to 4,096 frames late', async () => {
    const { alice, bob } = await callOfTwo();
    const frames: Uint8Array[] = [];
    for (let count = 0; count < 4098; count++) frames.push(await alice.seal(vp8('delta', 20)));
    const [first, second, third] = frames;
    if (!first || !second || !third) throw new Error('no frames');
    expect(await bob.open('alice', third)).toBe('opened');
    expect(await bob.open('alice', third)).toBe('replayed');
    expect(await bob.open('alice', frames.at(-1) ?? third)).toBe('opened');
    expect(await bob.open('alice', first)).toBe('replayed');
    expect(await bob.open('alice', second)).toBe('replayed');
    for (const frame of frames.slice(3, 60).reverse()) expect(await bob.open('alice', frame)).toBe('opened');
  });

  it('open once although two links bring them at the same time', async () => {
    const { alice, bob } = await callOfTwo();
    const frame = await alice.seal();
    const outcomes = await Promise.all([bob.open('alice', frame), bob.open('alice', frame)]);
    expect(outcomes.sort()).toEqual(['opened', 'replayed']);
  });

  it('of one track are not taken on another', async () => {
    const { alice, bob } = await callOfTwo();
    const sound = await alice.seal(vp8('key'), 'opus');
    expect(await bob.open('alice', concat(Uint8Array.of(0), sound))).toBe('wrong-track');
    expect(await bob.open('alice', await alice.seal(vp8('key')), 'opus')).not.toBe('opened');
  });

  it('of the camera are not taken for a screen, nor those of a screen for the camera', async () => {
    const { alice, bob } = await callOfTwo();
    const screen = await alice.sealer.seal(tracks.screen, 'vp8', vp8('key'));
    if (!screen.ok) throw new Error('not sealed');
    const asScreen = { peerId: 'alice', track: tracks.screen, codec: 'vp8' } as const;
    const camera = await alice.seal(vp8('key'));
    expect(await bob.open('alice', screen.bytes)).toBe('wrong-track');
    expect(await bob.opener.open(asScreen, camera)).toEqual({ ok: false, reason: 'wrong-track' });
    expect(await bob.opener.open(asScreen, screen.bytes)).toEqual({ ok: true, bytes: vp8('key') });
    expect(await bob.open('alice', camera)).toBe('opened');
  });

  it('of a screen whose key id is rewritten to the camera do not open: each has a key of its own', async () => {
    const { alice, bob } = await callOfTwo();
    const screen = await alice.sealer.seal(tracks.screen, 'vp8', vp8('key'));
    if (!screen.ok) throw new Error('not sealed');
    const { header, length } = decodeSframeHeader(screen.bytes.subarray(1));
    const keyId = header.keyId - BigInt(tracks.screen - tracks.video);
    const forged = concat(
      screen.bytes.subarray(0, 1),
      encodeSframeHeader({ ...header, keyId }),
      screen.bytes.subarray(1 + length),
    );
    expect(await bob.open('alice', forged)).toBe('not-genuine');
  });
});

describe('sound of somebody who is silenced', () => {
  it('is dropped until it may be heard again; pictures and keys go on', async () => {
    const { alice, bob } = await callOfTwo();
    const sound = (): Promise<Uint8Array> => alice.seal(Uint8Array.of(0xfc, 1, 2), 'opus');
    bob.opener.silence('alice', true);
    const first = await sound();
    expect(await bob.open('alice', first, 'opus')).toBe('silenced');
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    bob.opener.silence('carol', false);
    bob.opener.silence('alice', false);
    expect(await bob.open('alice', first, 'opus')).toBe('replayed');
    expect(await bob.open('alice', await sound(), 'opus')).toBe('opened');
  });
});

describe('the clear byte of VP8', () => {
  it('is the P bit, in front of the SFrame, and nothing else', async () => {
    const { alice, bob } = await callOfTwo();
    for (const kind of ['key', 'delta'] as const) {
      const frame = await alice.seal(vp8(kind));
      expect(frame[0]).toBe(kind === 'key' ? 0 : 1);
      expect(await bob.open('alice', frame)).toBe('opened');
    }
  });

  it('is authenticated, and its other bits are 0', async () => {
    const { alice, bob } = await callOfTwo();
    const frame = await alice.seal(vp8('key'));
    expect(await bob.open('alice', flip(frame, 0))).toBe('not-genuine');
    for (let bit = 1; bit < 8; bit++) expect(await bob.open('alice', flip(frame, bit))).toBe('malformed');
  });

  it('must agree with the payload, even if the sender sealed it otherwise', async () => {
    const { alice, bob } = await callOfTwo();
    // A sender of its own making, which says key frame and seals another.
    const key = new Uint8Array(32).fill(7);
    const keyId = keyIdOf({ generation: 50, step: 0 }, tracks.video);
    await bob.opener.install({ peerId: 'mallory', onTrial: false, keys: [{ keyId, key: key.slice() }] });
    const sframeKey = await deriveSframeKey(subtle, 5, key, BigInt(keyId));
    const lying = Uint8Array.of(0);
    const frame = concat(lying, await sealSframe(subtle, sframeKey, 9n, lying, vp8('delta')));
    expect(await bob.open('mallory', frame)).toBe('disagrees');
    const empty = concat(lying, await sealSframe(subtle, sframeKey, 10n, lying, new Uint8Array(0)));
    expect(await bob.open('mallory', empty)).toBe('disagrees');
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
  });

  it('is missing from Opus', async () => {
    const { alice } = await callOfTwo();
    const frame = await alice.seal(Uint8Array.of(0xfc, 1, 2), 'opus');
    expect(decodeSframeHeader(frame).header.keyId).toBe(BigInt(tracks.audio));
    expect(splitClearPart('opus', frame)?.clear).toHaveLength(0);
  });
});

describe('who can open what', () => {
  it('a newcomer cannot open frames from before it joined', async () => {
    const { call, alice, bob } = await callOfTwo();
    const before = [await alice.seal(), await bob.seal()];
    await call.run(60_000);
    await call.meet('alice', 'carol');
    await call.meet('bob', 'carol');
    const carol = call.person('carol');
    expect(await carol.open('alice', before[0] ?? vp8('key'))).toBe('no-key');
    expect(await carol.open('bob', before[1] ?? vp8('key'))).toBe('no-key');
    expect(await carol.open('alice', await alice.seal())).toBe('opened');
    expect(await carol.open('bob', await bob.seal())).toBe('opened');
    // Those who were there follow without a message.
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    expect(await alice.open('bob', await bob.seal())).toBe('opened');
    // Nor can it be helped to: what came before stays closed even when its own main asks.
    carol.receiving.missing('alice', keyIdOf({ generation: 0, step: 0 }, tracks.video));
    await call.settle();
    expect(await carol.open('alice', before[0] ?? vp8('key'))).not.toBe('opened');
  });

  it('one who joins within 500 ms of another waits, and cannot either', async () => {
    const { call, alice } = await callOfTwo();
    await call.run(60_000);
    await call.meet('alice', 'carol');
    await call.run(100);
    const before = await alice.seal();
    await call.meet('alice', 'dave');
    const dave = call.person('dave');
    const between = await alice.seal();
    expect(await dave.open('alice', between)).toBe('no-key');
    await call.run(400);
    expect(await dave.open('alice', await alice.seal())).toBe('opened');
    expect(await dave.open('alice', before)).not.toBe('opened');
    expect(await dave.open('alice', between)).not.toBe('opened');
  });

  it('one who left cannot open frames of the new generation', async () => {
    const { call, alice, bob } = await callOfTwo();
    await call.meet('alice', 'carol');
    const carol = call.person('carol');
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    alice.sending.leave('bob');
    await call.settle();
    const after = await alice.seal();
    expect(await bob.open('alice', after)).toBe('no-key');
    bob.receiving.missing('alice', keyIdOf({ generation: 1, step: 0 }, tracks.video));
    await call.settle();
    expect(await bob.open('alice', after)).toBe('no-key');
    expect(await carol.open('alice', after)).toBe('opened');
  });

  it("a member's frames are not taken on the link of another", async () => {
    const { call, alice, bob } = await callOfTwo();
    await call.meet('bob', 'carol');
    await call.run(1000);
    await call.meet('alice', 'carol');
    const carol = call.person('carol');
    const frame = await alice.seal();
    expect(await carol.open('bob', frame)).not.toBe('opened');
    expect(await bob.open('bob', frame)).toBe('no-key');
    expect(await alice.open('bob', frame)).not.toBe('opened');
    expect(await carol.open('alice', frame)).toBe('opened');
    expect(await carol.open('nobody', await alice.seal())).toBe('no-key');
  });

  it('a peer that was forgotten opens no more, and its old frames never again', async () => {
    const { call, alice, bob } = await callOfTwo();
    const frame = await alice.seal();
    const later = await alice.seal();
    expect(await bob.open('alice', frame)).toBe('opened');
    bob.receiving.forget('alice');
    expect(await bob.open('alice', later)).toBe('old-key');
    // Not even if the key were handed over again: its replay window is gone.
    const key = trackKeyOf(baseKeyFrom(seededRandom('alice')(32)), tracks.video);
    const again = { peerId: 'alice', onTrial: false, keys: [{ keyId: tracks.video, key }] };
    await bob.opener.install(structuredClone(again));
    expect(await bob.open('alice', frame)).toBe('old-key');
    const mallory = { ...structuredClone(again), peerId: 'mallory' };
    await bob.opener.install(mallory);
    expect(await bob.open('mallory', frame)).toBe('opened');
    alice.sending.leave('bob');
    alice.sending.join('bob');
    await call.settle();
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    expect(await bob.open('alice', later)).toBe('old-key');
  });
});

describe('keys that change', () => {
  it('open late frames of the old generation for 2 s after a new one was used, then never', async () => {
    const { call, alice, bob } = await callOfTwo();
    await call.meet('alice', 'carol');
    const late = [await alice.seal(), await alice.seal(), await alice.seal()] as const;
    expect(await bob.open('alice', late[0])).toBe('opened');
    alice.sending.leave('carol');
    await call.settle();
    // Nothing of the new generation has come: the old one stands, however long that takes.
    await call.run(10_000);
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    await call.run(1999);
    expect(await bob.open('alice', late[1])).toBe('opened');
    await call.run(1);
    expect(await bob.open('alice', late[2])).toBe('old-key');
    bob.opener.sweep();
    bob.receiving.workerStarted();
    await call.settle();
    expect(await bob.open('alice', late[2])).toBe('old-key');
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
  });

  it('let the old steps go 2 s after a newer one was used', async () => {
    const { call, alice, bob } = await callOfTwo();
    const [one, two] = [await alice.seal(), await alice.seal()];
    await call.meet('alice', 'carol');
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
    await call.run(1999);
    expect(await bob.open('alice', one)).toBe('opened');
    await call.run(1);
    expect(await bob.open('alice', two)).toBe('old-key');
  });

  it('are caught up over 255 steps by one frame, and forged ones cost nothing', async () => {
    const { call, alice, bob } = await callOfTwo();
    for (let count = 0; count < 254; count++) {
      alice.sending.join(`p${String(count)}`);
      call.scheduler.run(500);
    }
    await call.settle();
    const keyId = keyIdOf({ generation: 0, step: 255 }, tracks.video);
    const header = encodeSframeHeader({ keyId: BigInt(keyId), counter: 0n });
    const forged = concat(Uint8Array.of(0), header, new Uint8Array(60));
    expect(await bob.openWhole('alice', forged)).toEqual({ ok: false, reason: 'no-key', keyId });
    bob.receiving.missing('alice', keyId);
    await call.settle();
    expect(await bob.open('alice', forged)).toBe('not-genuine');
    // The step before is not harmed by it.
    const frame = await alice.seal();
    const step254 = keyIdOf({ generation: 0, step: 254 }, tracks.video);
    bob.receiving.missing('alice', step254);
    await call.settle();
    expect(decodeSframeHeader(frame.subarray(1)).header.keyId).toBe(BigInt(step254));
    expect(await bob.open('alice', frame)).toBe('opened');
    // Nor the step that was tried in vain.
    alice.sending.join('another');
    await call.settle();
    expect(await bob.open('alice', await alice.seal())).toBe('opened');
  });

  it('force a new generation after step 255', async () => {
    const { call, alice, bob } = await callOfTwo();
    for (let count = 0; count < 256; count++) {
      alice.sending.join(`p${String(count)}`);
      call.scheduler.run(500);
    }
    await call.settle();
    const frame = await alice.seal();
    expect(decodeSframeHeader(frame.subarray(1)).header.keyId >> 12n).toBe(1n);
    expect(await bob.open('alice', frame)).toBe('opened');
  });

  it('are confirmed by a message while they are on trial', async () => {
    const call = new Call();
    const opener = new FrameOpener(subtle, call.scheduler.now, { used: () => undefined });
    const sealer = new FrameSealer(subtle, () => undefined);
    const key = new Uint8Array(32).fill(3);
    const keyId = keyIdOf({ generation: 0, step: 0 }, tracks.audio);
    await sealer.use({ generation: 0, step: 0, tracks: [{ track: tracks.audio, key: key.slice() }] });
    await opener.install({ peerId: 'p', onTrial: true, keys: [{ keyId, key: key.slice() }] });
    await opener.install({ peerId: 'p', onTrial: false, keys: [{ keyId, key: key.slice() }] });
    await call.run(60_000);
    const sealed = await sealer.seal(tracks.audio, 'opus', Uint8Array.of(1));
    if (!sealed.ok) throw new Error(sealed.reason);
    expect(
      await opener.open({ peerId: 'p', track: tracks.audio, codec: 'opus' }, sealed.bytes),
    ).toMatchObject({ ok: true });
  });
});

describe('counters', () => {
  it('never repeat under a key: over several links, steps, generations and workers', async () => {
    const { call, alice } = await callOfTwo();
    const nonces = new Set<string>();
    let frames = 0;
    const links = async (count: number): Promise<void> => {
      const sealed = await Promise.all(Array.from({ length: count }, () => alice.seal(vp8('delta', 8))));
      for (const frame of sealed) {
        const { header, length } = decodeSframeHeader(frame.subarray(1));
        nonces.add(`${header.keyId}/${header.counter}`);
        expect(length).toBeGreaterThan(0);
        frames++;
      }
    };
    for (const change of [
      () => undefined,
      () => {
        alice.sending.join('carol');
      },
      () => {
        alice.sending.leave('carol');
      },
      () => {
        alice.startWorker();
      },
      () => {
        alice.startWorker();
        alice.sending.join('dave');
      },
    ]) {
      change();
      await call.settle();
      for (let round = 0; round < 20; round++) await links(7);
    }
    expect(nonces.size).toBe(frames);
  });

  it('do not start again when an old or the same key is handed over', async () => {
    const sealer = new FrameSealer(subtle, () => undefined);
    const keys = (generation: number, step: number): Parameters<FrameSealer['use']>[0] => ({
      generation,
      step,
      tracks: [{ track: tracks.video, key: new Uint8Array(32).fill(1) }],
    });
    expect(await sealer.use(keys(1, 1))).toBe(true);
    const seal = async (): Promise<Uint8Array> => {
      const sealed = await sealer.seal(tracks.video, 'vp8', vp8('key'));
      return sealed.ok ? sealed.bytes : new Uint8Array(0);
    };
    expect(counterOf(await seal())).toBe(0n);
    for (const [generation, step] of [
      [1, 1],
      [1, 0],
      [0, 255],
    ] as const) {
      expect(await sealer.use(keys(generation, step))).toBe(false);
    }
    expect(counterOf(await seal())).toBe(1n);
    const [, last] = await Promise.all([sealer.use(keys(2, 0)), sealer.use(keys(3, 0))]);
    expect(last).toBe(true);
    expect(decodeSframeHeader((await seal()).subarray(1)).header.keyId >> 12n).toBe(3n);
  });

  it('end: the last frame of a key asks for another, and without it nothing more is sealed', async () => {
    const { call, alice } = await callOfTwo();
    alice.startWorker(3n);
    await call.settle();
    for (let count = 0; count < 3; count++) await alice.seal();
    expect(alice.spent).toEqual([1]);
    expect(await alice.sealer.seal(tracks.video, 'vp8', vp8('key'))).toEqual({
      ok: false,
      reason: 'key-spent',
    });
    expect(alice.spent).toEqual([1]);
    alice.sending.spent(1);
    await call.settle();
    expect(counterOf(await alice.seal())).toBe(0n);
  });
});

describe('key bytes', () => {
  it('are wiped after they were imported, taken or not', async () => {
    const sealer = new FrameSealer(subtle, () => undefined);
    const opener = new FrameOpener(subtle, () => 0, { used: () => undefined });
    const fresh = (): Uint8Array => new Uint8Array(32).fill(9);
    const [one, two, three, four] = [fresh(), fresh(), fresh(), fresh()];
    await sealer.use({ generation: 0, step: 0, tracks: [{ track: 0, key: one }] });
    await sealer.use({ generation: 0, step: 0, tracks: [{ track: 0, key: two }] });
    await opener.install({ peerId: 'p', onTrial: false, keys: [{ keyId: 0, key: three }] });
    await opener.install({ peerId: 'p', onTrial: false, keys: [{ keyId: 0, key: four }] });
    expect([one, two, three, four].map(toHex)).toEqual(Array(4).fill('00'.repeat(32)));
  });
});
