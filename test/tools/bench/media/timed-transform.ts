/**
 * Runs inside the worker that is measured, and hands its transform frames as the browser would: copies of a frame
 * that a real encoder made, one after another, each when the one before has come out.
 */
import { copyOf, type NativeFrame } from './copy-frame';
import type { FrameTransformer } from '../../../../renderer/call/frames/worker-scope';

export interface TimingOrder {
  type: 'time-frames';
  /** A frame of the encoder; only its kind and metadata count. */
  template: NativeFrame;
  sendOptions: unknown;
  receiveOptions: unknown;
  /** Bytes of each frame. */
  size: number;
  times: number;
}

/** Milliseconds for all frames of the order. */
export interface Timing {
  type: 'timed';
  send: number;
  receive: number;
}

type OnTransform = (event: { transformer: FrameTransformer }) => void;
interface Pipe {
  /** Resolves with the frame that comes out. */
  through: (frame: NativeFrame) => Promise<NativeFrame>;
}

const LIMIT_MS = 5000;
const pipes = new Map<string, Pipe>();

/** One transform for each set of options, for the worker's whole life, as in a call. */
function pipeOf(options: unknown, start: OnTransform): Pipe {
  const name = JSON.stringify(options);
  const known = pipes.get(name);
  if (known) return known;
  let enqueue: ((frame: NativeFrame) => void) | undefined;
  let came: ((frame: NativeFrame) => void) | undefined;
  const readable = new ReadableStream<NativeFrame>({
    start: (controller) => {
      enqueue = (frame) => {
        controller.enqueue(frame);
      };
    },
  });
  const writable = new WritableStream<NativeFrame>({ write: (frame) => came?.(frame) });
  start({ transformer: { options, readable, writable } });
  const pipe: Pipe = {
    through: (frame) =>
      new Promise((resolve) => {
        came = resolve;
        enqueue?.(frame);
      }),
  };
  pipes.set(name, pipe);
  return pipe;
}

function filled(template: NativeFrame, size: number): NativeFrame {
  const copy = copyOf(template);
  const bytes = new Uint8Array(size).fill(0x5a);
  // A delta frame of VP8, or anything of Opus.
  bytes[0] = 0x51;
  copy.data = bytes.buffer;
  return copy;
}

/** Frames may be dropped until keys are in place. */
async function warmUp(pipe: Pipe, frame: () => NativeFrame): Promise<NativeFrame> {
  const end = performance.now() + LIMIT_MS;
  while (performance.now() < end) {
    const out = await Promise.race([
      pipe.through(frame()),
      new Promise<null>((resolve) => setTimeout(resolve, 100, null)),
    ]);
    if (out) return out;
  }
  throw new Error('no frame comes through');
}

async function timed(
  pipe: Pipe,
  frames: readonly NativeFrame[],
): Promise<{ ms: number; out: NativeFrame[] }> {
  const out: NativeFrame[] = [];
  const start = performance.now();
  for (const frame of frames) out.push(await pipe.through(frame));
  return { ms: performance.now() - start, out };
}

async function run(order: TimingOrder, start: OnTransform): Promise<Timing> {
  const sending = pipeOf(order.sendOptions, start);
  const receiving = pipeOf(order.receiveOptions, start);
  const frame = (): NativeFrame => filled(order.template, order.size);
  const first = await warmUp(sending, frame);
  await warmUp(receiving, () => copyOf(first));
  const sent = await timed(sending, Array.from({ length: order.times }, frame));
  // As they come from the network: frames of their own.
  const arrived = sent.out.map(copyOf);
  const received = await timed(receiving, arrived);
  const wrong = received.out.find(({ data }) => data.byteLength !== order.size);
  if (wrong) throw new Error('a frame came out changed');
  return { type: 'timed', send: sent.ms, receive: received.ms };
}

/** @param start the worker's own handler of new transforms. */
export function timeFramesFor(start: OnTransform | null): void {
  if (!start) throw new Error('the worker takes no transforms');
  self.addEventListener('message', ({ data }: MessageEvent<Partial<TimingOrder>>) => {
    if (data.type !== 'time-frames') return;
    run(data as TimingOrder, start)
      .then((timing) => {
        (self as unknown as Worker).postMessage(timing);
      })
      .catch(reportError);
  });
}

export function ownTransformHandler(): OnTransform | null {
  return (self as unknown as { onrtctransform: OnTransform | null }).onrtctransform;
}
