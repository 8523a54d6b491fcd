/** What leaves of a camera that is encoded once, with an encoder and a camera that the test makes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameSealer } from '../../../../../shared/media/frame-sealer';
import { tracks } from '../../../../../shared/media/key-id';
import { PictureFan } from '../../../../../renderer/call/once/picture-fan';
import type { Plan } from '../../../../../renderer/call/once/plan';
import { subtle, vp8 } from '../../../shared/media/people';

interface Encoded {
  isKey: boolean;
  width: number;
  /** The encoder gives it out. */
  out: (layer?: number) => void;
}

class FakeFrame {
  readonly displayWidth = 1280;
  readonly displayHeight = 720;
  closed = false;
  constructor(readonly timestamp: number) {}
  close(): void {
    this.closed = true;
  }
}

const encoded: Encoded[] = [];
const dummies: number[] = [];

class FakeEncoder {
  state = 'unconfigured';
  encodeQueueSize = 0;
  #width = 0;
  constructor(private readonly init: { output: (chunk: unknown, metadata: unknown) => void }) {}
  configure({ width }: { width: number }): void {
    this.#width = width;
    this.state = 'configured';
  }
  encode(_frame: FakeFrame, { keyFrame }: { keyFrame: boolean }): void {
    const payload = vp8(keyFrame ? 'key' : 'delta');
    const chunk = {
      type: keyFrame ? 'key' : 'delta',
      byteLength: payload.length,
      copyTo: (to: Uint8Array) => {
        to.set(payload);
      },
    };
    const out = (layer = 0): void => {
      this.init.output(chunk, { svc: { temporalLayerId: layer } });
    };
    encoded.push({ isKey: keyFrame, width: this.#width, out });
  }
  close(): void {
    this.state = 'closed';
  }
}

beforeEach(() => {
  encoded.length = 0;
  dummies.length = 0;
  vi.stubGlobal('VideoEncoder', FakeEncoder);
  vi.stubGlobal(
    'VideoFrame',
    class {
      readonly format = 'I420';
      constructor(_bytes: Uint8Array, { timestamp }: { timestamp: number }) {
        dummies.push(timestamp);
      }
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const rung = (height: 180 | 360) => ({ height, framesPerSecond: 30, bitrate: 500_000 });
const place = (connectionId: string, index = 0) => ({ connectionId, rung: index, layers: 3 as const });

async function setUp({ hasKey = true, plan }: { hasKey?: boolean; plan: Plan }) {
  const sealer = new FrameSealer(subtle, () => undefined);
  const giveKey = (): Promise<boolean> =>
    sealer.use({
      ...{ generation: 0, step: 0 },
      tracks: [{ track: tracks.video, key: new Uint8Array(32).fill(1) }],
    });
  if (hasKey) await giveKey();
  const seal = vi.spyOn(sealer, 'seal');
  const clock = { now: 1000 };
  const fan = new PictureFan({ sealer, now: () => clock.now, failed: () => undefined });
  fan.beat(new WritableStream<VideoFrame>());
  fan.use(plan);
  return { fan, seal, clock, giveKey };
}

function camera() {
  let controller!: ReadableStreamDefaultController<VideoFrame>;
  let cancelled = false;
  const stream = new ReadableStream<VideoFrame>({
    start: (started) => {
      controller = started;
    },
    cancel: () => {
      cancelled = true;
    },
  });
  let at = 0;
  const frames: FakeFrame[] = [];
  const take = async (): Promise<void> => {
    const frame = new FakeFrame((at += 33_333));
    frames.push(frame);
    controller.enqueue(frame as unknown as VideoFrame);
    await vi.waitFor(() => {
      expect(frame.closed).toBe(true);
    });
  };
  return { stream, take, isCancelled: () => cancelled };
}

/** Sealing takes turns of the event loop. */
const settled = (done: () => void): Promise<void> => vi.waitFor(done, { timeout: 15_000 });

describe('a picture that is encoded once', () => {
  it('is sealed once, and the same bytes lie before every viewer, none of them the payload', async () => {
    const { fan, seal } = await setUp({ plan: { rungs: [rung(360)], places: [place('a'), place('b')] } });
    const sinks = [fan.join('a'), fan.join('b')];
    const { stream, take } = camera();
    fan.follow(stream);
    await take();
    expect(encoded).toMatchObject([{ isKey: true, width: 640 }]);
    encoded[0]?.out();
    await settled(() => {
      expect(dummies).toHaveLength(1);
    });
    const [one, other] = sinks.map((sink) => sink.take());
    expect(seal).toHaveBeenCalledTimes(1);
    expect(one).toEqual(other);
    expect(one?.length).toBeGreaterThan(vp8('key').length + 16);
    expect(Buffer.from(one ?? []).includes(Buffer.from(vp8('key').subarray(1, 13)))).toBe(false);
  });

  it('lies before nobody while there is no key; after it, a key frame comes first', async () => {
    const { fan, clock, giveKey } = await setUp({
      ...{ hasKey: false, plan: { rungs: [rung(360)], places: [place('a')] } },
    });
    const sink = fan.join('a');
    const { stream, take } = camera();
    fan.follow(stream);
    await take();
    encoded[0]?.out();
    await take();
    encoded[1]?.out();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sink.queued).toBe(0);
    expect(dummies).toEqual([]);
    await giveKey();
    clock.now += 1000;
    await take();
    expect(encoded.at(-1)?.isKey).toBe(true);
    encoded.at(-1)?.out();
    await settled(() => {
      expect(sink.queued).toBe(1);
    });
  });

  it('does not leave when the camera was changed or turned off while it was encoded, sealed, or waited', async () => {
    const { fan, seal, clock } = await setUp({ plan: { rungs: [rung(360)], places: [place('a')] } });
    const sink = fan.join('a');
    const first = camera();
    fan.follow(first.stream);
    await first.take();
    encoded[0]?.out();
    await settled(() => {
      expect(sink.queued).toBe(1);
    });
    // One waits; of two more one, with which a viewer could begin, is being sealed, and one is in the encoder.
    clock.now += 1000;
    sink.keyWanted();
    await first.take();
    expect(encoded[1]?.isKey).toBe(true);
    await first.take();
    let go = (): void => undefined;
    seal.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          go = () => {
            resolve({ ok: true, bytes: Uint8Array.of(7) });
          };
        }),
    );
    encoded[1]?.out();
    await settled(() => {
      expect(seal).toHaveBeenCalledTimes(2);
    });
    fan.follow(null);
    go();
    encoded[2]?.out();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sink.take()).toBeNull();
    expect(first.isCancelled()).toBe(true);
    const second = camera();
    fan.follow(second.stream);
    await second.take();
    expect(encoded.at(-1)?.isKey).toBe(true);
  });

  it('is encoded for two rungs, and each viewer gets its own', async () => {
    const plan = { rungs: [rung(360), rung(180)], places: [place('a'), place('b', 1)] };
    const { fan } = await setUp({ plan });
    const [a, b, nobody] = [fan.join('a'), fan.join('b'), fan.join('c')];
    const { stream, take } = camera();
    fan.follow(stream);
    await take();
    expect(encoded.map(({ width }) => width)).toEqual([640, 320]);
    for (const one of encoded) one.out();
    await settled(() => {
      expect([a.queued, b.queued, nobody.queued]).toEqual([1, 1, 0]);
    });
  });

  it('is followed by one more dummy for a viewer who is behind', async () => {
    const { fan, clock } = await setUp({ plan: { rungs: [rung(360)], places: [place('a')] } });
    const sink = fan.join('a');
    const { stream, take } = camera();
    fan.follow(stream);
    for (let count = 0; count < 3; count++) {
      await take();
      encoded.at(-1)?.out();
      clock.now += 33;
      await settled(() => {
        expect(sink.queued).toBe(count + 1);
      });
    }
    await settled(() => {
      expect(dummies).toHaveLength(4);
    });
    expect(new Set(dummies).size).toBe(4);
  });
});
