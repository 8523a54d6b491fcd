/** The page in which calls and transforms are measured; the bench drives it. */
import type { FrameKind } from '../../../../renderer/call/frames/frame-crypto-client';
import { BenchCall, type CallCounts } from './call';
import type { NativeFrame } from './copy-frame';
import type { Timing, TimingOrder } from './timed-transform';
import {
  livekitMessages,
  livekitOptions,
  ownKeys,
  ownOptions,
  transformsOf,
  variants,
  type Variant,
} from './variants';

export type TimedVariant = Exclude<Variant, 'plain'>;

const calls = new Map<Variant, BenchCall>();
const timedWorkers = new Map<TimedVariant, Worker>();
const templates = new Map<FrameKind, NativeFrame>();
let stream: MediaStream | null = null;

function ownStream(): Promise<MediaStream> {
  const video = { width: 640, height: 480, frameRate: 30 };
  return navigator.mediaDevices.getUserMedia({ audio: true, video });
}

function call(variant: Variant): BenchCall {
  const found = calls.get(variant);
  if (!found) throw new Error('no such call');
  return found;
}

function nextMessage<T>(worker: Worker, when: (data: unknown) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      reject(new Error(event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (when(data)) resolve(data as T);
    };
  });
}

const isTimed = (data: unknown): boolean => (data as Partial<Timing>).type === 'timed';

export const bench = {
  /** All calls connect; none sends. */
  async startCalls(): Promise<void> {
    stream = await ownStream();
    for (const variant of variants) {
      const made = new BenchCall(stream, await transformsOf(variant));
      calls.set(variant, made);
      await made.start();
      await made.setActive(false);
    }
  },

  setActive: (variant: Variant, active: boolean): Promise<void> => call(variant).setActive(active),
  counts: (variant: Variant): Promise<CallCounts> => call(variant).counts(),

  endCalls(): void {
    for (const each of calls.values()) each.close();
    for (const track of stream?.getTracks() ?? []) track.stop();
  },

  /** One real encoded frame of each kind, from a short call. */
  async captureTemplates(): Promise<void> {
    const worker = new Worker('/pass-through-worker.js', { type: 'module' });
    const own = await ownStream();
    const made = new BenchCall(own, {
      protect: (end) => {
        end.transform = new RTCRtpScriptTransform(worker);
      },
    });
    await made.start();
    worker.postMessage('copies');
    await nextMessage(worker, (data) => {
      if (data instanceof RTCEncodedAudioFrame) templates.set('audio', data);
      // A key frame has other clear bytes at LiveKit's.
      else if (data instanceof RTCEncodedVideoFrame && data.type === 'delta') templates.set('video', data);
      return templates.size === 2;
    });
    made.close();
    for (const track of own.getTracks()) track.stop();
    worker.terminate();
  },

  async startTimedWorkers(): Promise<void> {
    for (const variant of ['floor', 'ours', 'livekit'] as const)
      timedWorkers.set(variant, new Worker(`/timed-${variant}.js`, { type: 'module' }));
    for (const command of ownKeys(0)) timedWorkers.get('ours')?.postMessage(command);
    for (const message of await livekitMessages()) timedWorkers.get('livekit')?.postMessage(message);
  },

  async time(variant: TimedVariant, kind: FrameKind, size: number, times: number): Promise<Timing> {
    const worker = timedWorkers.get(variant);
    const template = templates.get(kind);
    if (!worker || !template) throw new Error('not ready');
    const options = (direction: 'send' | 'receive'): unknown =>
      variant === 'livekit' ? livekitOptions(direction, kind) : ownOptions(direction, kind);
    const order: TimingOrder = {
      type: 'time-frames',
      template,
      sendOptions: options('send'),
      receiveOptions: options('receive'),
      size,
      times,
    };
    const done = nextMessage<Timing>(worker, isTimed);
    worker.postMessage(order);
    return done;
  },
};

declare global {
  interface Window {
    bench: typeof bench;
  }
}
window.bench = bench;
