/** The worker's loop and the window's side of it, on streams and workers that the test makes. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FrameOpener } from '../../../../../shared/media/frame-opener';
import { FrameSealer } from '../../../../../shared/media/frame-sealer';
import type { FrameCommand, FrameReport } from '../../../../../shared/media/frame-messages';
import { keyIdOf, tracks } from '../../../../../shared/media/key-id';
import { FrameCryptoClient } from '../../../../../renderer/call/frames/frame-crypto-client';
import { fanFrames, openFrames, sealFrames } from '../../../../../renderer/call/frames/frame-loop';
import { KeyFrameRequests } from '../../../../../renderer/call/frames/key-frame-requests';
import { MissingKeys } from '../../../../../renderer/call/frames/missing-keys';
import { PerConnectionVideoFeed } from '../../../../../renderer/call/frames/video-feed';
import { Sink } from '../../../../../renderer/call/once/sink';
import type { FromWorker, TransformOptions } from '../../../../../renderer/call/frames/worker-messages';
import type { EncodedFrame, FrameTransformer } from '../../../../../renderer/call/frames/worker-scope';
import { subtle, vp8 } from '../../../shared/media/people';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const KEY = new Uint8Array(32).fill(1);
const KEY_ID = keyIdOf({ generation: 0, step: 0 }, tracks.video);

/** A transform whose frames the test puts in and takes out. */
function pipe(direction: TransformOptions['direction']): {
  transformer: FrameTransformer;
  put: (bytes: Uint8Array, of?: Omit<EncodedFrame, 'data'>) => void;
  end: () => void;
  out: Uint8Array[];
  options: TransformOptions;
} {
  const out: Uint8Array[] = [];
  let controller!: ReadableStreamDefaultController<EncodedFrame>;
  const readable = new ReadableStream<EncodedFrame>({
    start: (started) => {
      controller = started;
    },
  });
  const writable = new WritableStream<EncodedFrame>({
    write: ({ data }) => void out.push(new Uint8Array(data)),
  });
  const options: TransformOptions = {
    direction,
    connectionId: 'link',
    peerId: 'peer',
    track: tracks.video,
    codec: 'vp8',
  };
  return {
    transformer: { options, readable, writable },
    put: (bytes, of = {}) => {
      controller.enqueue({ ...of, data: bytes.slice().buffer });
    },
    end: () => {
      controller.close();
    },
    out,
    options,
  };
}

const opener = (): FrameOpener => new FrameOpener(subtle, () => performance.now(), { used: () => undefined });
const install = (to: FrameOpener): Promise<void> =>
  to.install({ peerId: 'peer', onTrial: false, keys: [{ keyId: KEY_ID, key: KEY.slice() }] });

async function sealedFrames(count: number): Promise<Uint8Array[]> {
  const sealer = new FrameSealer(subtle, () => undefined);
  await sealer.use({ generation: 0, step: 0, tracks: [{ track: tracks.video, key: KEY.slice() }] });
  const frames: Uint8Array[] = [];
  for (let index = 0; index < count; index++) {
    const sealed = await sealer.seal(tracks.video, 'vp8', vp8('delta'));
    if (sealed.ok) frames.push(sealed.bytes);
  }
  return frames;
}

/** What became of each frame: ok, or why it was dropped. */
function outcomesOf({ settledResults }: { settledResults: readonly { value: unknown }[] }): string[] {
  return settledResults.map(({ value }) => {
    const outcome = value as { ok: true } | { ok: false; reason: string };
    return outcome.ok ? 'ok' : outcome.reason;
  });
}

describe('the loop of a transform', () => {
  it('lets nothing through as it came: no key, no frame', async () => {
    const { transformer, put, end, out, options } = pipe('send');
    const sealer = new FrameSealer(subtle, () => undefined);
    const seal = vi.spyOn(sealer, 'seal');
    const running = sealFrames(transformer, options, sealer);
    for (let count = 0; count < 5; count++) put(vp8('key'));
    end();
    await running;
    expect(out).toEqual([]);
    expect(outcomesOf(seal.mock)).toEqual(Array(5).fill('no-key'));
  });

  it('lets no dummy through, sealed or not, when the camera has just taken its place', async () => {
    const { transformer, put, end, out, options } = pipe('send');
    const sealer = new FrameSealer(subtle, () => undefined);
    await sealer.use({ generation: 0, step: 0, tracks: [{ track: tracks.video, key: KEY.slice() }] });
    const running = sealFrames(transformer, options, sealer);
    put(vp8('key'), { getMetadata: () => ({ width: 16, height: 16 }) });
    put(vp8('key'), { getMetadata: () => ({ width: 640, height: 360 }) });
    end();
    await running;
    expect(out).toHaveLength(1);
  });

  it('puts what was sealed for all in the place of a dummy, and drops a dummy for which there is nothing', async () => {
    const asked: number[] = [];
    const sink = new Sink(
      (rung) => asked.push(rung),
      () => performance.now(),
    );
    sink.aim({ rung: 0, layers: 3 });
    const [one, two] = await sealedFrames(2);
    if (!one || !two) throw new Error('no frames');
    const { transformer, put, end, out } = pipe('fan');
    put(vp8('delta'));
    const running = fanFrames(transformer, sink);
    await vi.advanceTimersByTimeAsync(1);
    expect(out).toEqual([]);
    sink.offer(0, { bytes: one, isKey: true, layer: 0 });
    sink.offer(0, { bytes: two, isKey: false, layer: 0 });
    // A camera's frame that was on its way when the dummy took its place goes nowhere either.
    put(vp8('key'), { type: 'key', getMetadata: () => ({ width: 640, height: 360 }) });
    for (let count = 0; count < 3; count++) put(vp8('delta'), { type: 'delta' });
    end();
    await running;
    expect(out).toEqual([one, two]);
    // The viewer's browser asked by way of the encoder.
    expect(asked).toEqual([0, 0]);
  });

  it('drops frames that do not open, and goes on', async () => {
    const [one, two] = await sealedFrames(2);
    if (!one || !two) throw new Error('no frames');
    const { transformer, put, end, out, options } = pipe('receive');
    const receiver = opener();
    await install(receiver);
    const open = vi.spyOn(receiver, 'open');
    const running = openFrames(transformer, options, receiver, new MissingKeys(() => undefined));
    for (const bytes of [one, one, vp8('key'), two.slice(0, -1), two]) put(bytes);
    end();
    await running;
    expect(out).toEqual([vp8('delta'), vp8('delta')]);
    const outcomes = outcomesOf(open.mock);
    expect(outcomes).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(2);
  });

  it('waits a moment for a key that is on its way', async () => {
    const [frame] = await sealedFrames(1);
    const { transformer, put, end, out, options } = pipe('receive');
    const receiver = opener();
    const open = vi.spyOn(receiver, 'open');
    const wanted: number[] = [];
    const missing = new MissingKeys((_peerId, keyId) => wanted.push(keyId));
    const running = openFrames(transformer, options, receiver, missing);
    put(frame ?? vp8('key'));
    end();
    await vi.waitFor(() => {
      expect(wanted).toEqual([KEY_ID]);
    }, 30_000);
    await install(receiver);
    missing.arrived('peer');
    await running;
    expect(out).toEqual([vp8('delta')]);
    expect(outcomesOf(open.mock)).toEqual(['no-key', 'ok']);
  });

  it('waits 250 ms at most, once a second, for its own peer only', async () => {
    const wanted: string[] = [];
    const missing = new MissingKeys((peerId) => wanted.push(peerId));
    const patience = missing.patience();
    let over = false;
    const first = patience('peer', 1).then(() => {
      over = true;
    });
    missing.arrived('somebody else');
    await vi.advanceTimersByTimeAsync(249);
    expect(over).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await first;
    await patience('peer', 2);
    expect(wanted).toEqual(['peer']);
    await vi.advanceTimersByTimeAsync(750);
    const third = patience('peer', 3);
    expect(wanted).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(250);
    await third;
  });

  it('asks for a key frame after a loss, twice a second at most, until there is one', () => {
    let asked = 0;
    const requests = new KeyFrameRequests(() => {
      asked++;
      return Promise.reject(new Error('not now'));
    });
    const opened = (kind: 'key' | 'delta') => ({ ok: true, bytes: vp8(kind) }) as const;
    requests.saw(opened('delta'));
    requests.saw({ ok: false, reason: 'replayed' });
    requests.saw({ ok: false, reason: 'empty' });
    requests.saw(opened('delta'));
    expect(asked).toBe(0);
    requests.saw({ ok: false, reason: 'no-key', keyId: 1 });
    requests.saw(opened('delta'));
    requests.saw(opened('delta'));
    expect(asked).toBe(1);
    vi.advanceTimersByTime(500);
    requests.saw(opened('delta'));
    expect(asked).toBe(2);
    requests.saw(opened('key'));
    vi.advanceTimersByTime(500);
    requests.saw(opened('delta'));
    expect(asked).toBe(2);
  });
});

class FakeWorker {
  readonly posted: unknown[] = [];
  terminated = false;
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;

  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    this.posted.push(structuredClone(message, { transfer }));
  }

  terminate(): void {
    this.terminated = true;
  }

  ready(): void {
    this.onmessage?.({ data: { type: 'ready' } });
  }

  fail(): void {
    this.onerror?.({ preventDefault: () => undefined });
  }
}

class FakeTransform {
  constructor(
    readonly worker: unknown,
    readonly options: TransformOptions,
  ) {}
}

function client(): { frames: FrameCryptoClient; workers: FakeWorker[]; reports: FrameReport[] } {
  vi.stubGlobal('RTCRtpScriptTransform', FakeTransform);
  const workers: FakeWorker[] = [];
  const reports: FrameReport[] = [];
  const frames = new FrameCryptoClient(
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    { report: (report) => reports.push(report), broken: () => undefined },
  );
  return { frames, workers, reports };
}

const fakeSender = (): RTCRtpSender & { transform: unknown; tracks: unknown[] } => {
  const tracks: unknown[] = [];
  const sender = {
    transform: null,
    tracks,
    replaceTrack: (track: unknown) => {
      tracks.push(track);
      return Promise.resolve();
    },
  };
  return sender as unknown as RTCRtpSender & { transform: unknown; tracks: unknown[] };
};
const link = { connectionId: 'link', peerId: 'peer' };
const sendKeys = (worker: number): Extract<FrameCommand, { type: 'send-keys' }> => ({
  type: 'send-keys',
  worker,
  generation: 0,
  step: 0,
  tracks: [{ track: tracks.video, key: KEY.slice() }],
});

describe('the window side of the worker', () => {
  it('hands keys to the instance that they are for, and keeps no copy', () => {
    const { frames, workers, reports } = client();
    workers[0]?.ready();
    const number = reports[0]?.type === 'worker-started' ? reports[0].worker : -1;
    frames.run(sendKeys(number + 1));
    expect(workers[0]?.posted).toEqual([]);
    const command = sendKeys(number);
    frames.run(command);
    expect(workers[0]?.posted).toEqual([sendKeys(number)]);
    expect(command.tracks[0]?.key).toHaveLength(0);
  });

  it('starts another worker when one fails, moves all transforms to it, and says so', () => {
    const { frames, workers, reports } = client();
    const sender = fakeSender();
    const closed = fakeSender();
    workers[0]?.ready();
    frames.protectSender(sender, link, 'video');
    frames.protectSender(closed, { ...link, connectionId: 'closed' }, 'audio');
    frames.release('closed');
    workers[0]?.fail();
    expect(workers[0]?.terminated).toBe(true);
    expect(sender.transform).toMatchObject({
      worker: workers[1],
      options: { direction: 'send', connectionId: 'link', peerId: 'peer', track: tracks.video, codec: 'vp8' },
    });
    expect(closed.transform).toMatchObject({ worker: workers[0] });
    workers[1]?.ready();
    expect(reports.map(({ type }) => type)).toEqual(['worker-started', 'worker-lost', 'worker-started']);
    const numbers = reports.flatMap((report) => (report.type === 'worker-started' ? [report.worker] : []));
    expect(new Set(numbers).size).toBe(2);
    // What the dead one still had to say does not count.
    workers[0]?.fail();
    expect(workers).toHaveLength(2);
  });

  it('does not try for ever: a worker that never runs leaves everything silent', () => {
    const { frames, workers } = client();
    workers[0]?.fail();
    expect(frames.phase).toBe('broken');
    const sender = fakeSender();
    frames.protectSender(sender, link, 'video');
    expect(sender.transform).toBeNull();
    expect(workers).toHaveLength(1);
  });

  it('ends with close', () => {
    const { frames, workers } = client();
    workers[0]?.ready();
    frames.close();
    expect(workers[0]?.terminated).toBe(true);
    workers[0]?.fail();
    expect(workers).toHaveLength(1);
    expect(frames.phase).toBe('closed');
  });
});

describe('a video feed', () => {
  it('seals before it sends, follows the camera and stops', () => {
    const order: string[] = [];
    let changed = (): void => undefined;
    const camera = { id: 'camera', getSettings: () => ({ height: 720 }) } as MediaStreamTrack;
    const source = {
      video: camera as MediaStreamTrack | null,
      savesBandwidth: false,
      subscribe: (listener: () => void) => {
        changed = listener;
        return () => void order.push('unsubscribed');
      },
    };
    const sender = fakeSender();
    const feed = new PerConnectionVideoFeed(source, {
      protectSender: () => void order.push(`sealed, ${String(sender.tracks.length)} tracks before`),
    });
    feed.attach(sender, link);
    expect(order).toEqual(['sealed, 0 tracks before']);
    source.video = null;
    changed();
    expect(sender.tracks).toEqual([camera, null]);
    feed.detach('link');
    source.video = camera;
    changed();
    expect(sender.tracks).toEqual([camera, null, null]);
    feed.close();
    expect(order.at(-1)).toBe('unsubscribed');
  });
});
