/**
 * The window's side of the frame worker. Connections must be made with `encodedInsertableStreams: true`: then a
 * sender or receiver that has no transform passes nothing, so whatever is forgotten here stays silent.
 */
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import { tracks } from '../../../shared/media/key-id';
import type { FrameCodec } from '../../../shared/media/frames';
import type { FromWorker, PictureCommand, ToWorker, TransformOptions } from './worker-messages';

const codecs = { audio: 'opus', video: 'vp8', screen: 'vp8' } as const satisfies Record<
  keyof typeof tracks,
  FrameCodec
>;
export type FrameKind = keyof typeof codecs;

/** A connection and the peer that it was authenticated for. */
export interface FrameConnection {
  connectionId: string;
  peerId: string;
}

export interface FrameCryptoEvents {
  /** For main. */
  report: (report: FrameReport) => void;
  /** The worker cannot be started: until Vigil is started again nothing is sealed, so nothing is sent or shown. */
  broken: () => void;
}

/** Encodes pictures once for all, in the worker. */
export interface PictureWatcher {
  /** Another worker, which knows of no camera and no plan. */
  restarted: () => void;
  /** The worker's encoder does not go on. */
  failed: () => void;
}

type State =
  | { phase: 'starting'; worker: Worker; number: number }
  | { phase: 'running'; worker: Worker; number: number }
  /** The worker cannot be started: nothing passes. */
  | { phase: 'broken' }
  | { phase: 'closed' };

export class FrameCryptoClient {
  #state: State;
  readonly #attached = new Map<RTCRtpSender | RTCRtpReceiver, TransformOptions>();
  #pictures: PictureWatcher | null = null;

  /** @param startWorker frame-worker.ts as a module worker. */
  constructor(
    private readonly startWorker: () => Worker,
    private readonly events: FrameCryptoEvents,
  ) {
    this.#state = this.#start();
  }

  get phase(): State['phase'] {
    return this.#state.phase;
  }

  /** A command of main. Keys for another instance of the worker are not passed on. */
  run(command: FrameCommand): void {
    if (this.#state.phase !== 'running') return;
    if (command.type === 'send-keys' && command.worker !== this.#state.number) return;
    this.#post(command, keyBuffers(command));
  }

  /** What this sender sends is sealed. */
  protectSender(sender: RTCRtpSender, connection: FrameConnection, kind: FrameKind): void {
    this.#attach(sender, 'send', connection, kind);
  }

  /** What this sender sends was encoded and sealed once for all, whatever its track is. */
  fanSender(sender: RTCRtpSender, connection: FrameConnection): void {
    this.#attach(sender, 'fan', connection, 'video');
  }

  watchPictures(watcher: PictureWatcher): void {
    this.#pictures = watcher;
  }

  /** @param transfer streams that move to the worker. */
  runPictures(command: PictureCommand, transfer: Transferable[] = []): void {
    this.#post(command, transfer);
  }

  /** What this receiver plays was opened. */
  protectReceiver(receiver: RTCRtpReceiver, connection: FrameConnection, kind: FrameKind): void {
    this.#attach(receiver, 'receive', connection, kind);
  }

  /** The connection is closed. */
  release(connectionId: string): void {
    for (const [end, options] of this.#attached)
      if (options.connectionId === connectionId) this.#attached.delete(end);
  }

  close(): void {
    this.#terminate();
    this.#state = { phase: 'closed' };
    this.#attached.clear();
  }

  #attach(
    end: RTCRtpSender | RTCRtpReceiver,
    direction: TransformOptions['direction'],
    { connectionId, peerId }: FrameConnection,
    kind: FrameKind,
  ): void {
    const options: TransformOptions = {
      direction,
      connectionId,
      peerId,
      track: tracks[kind],
      codec: codecs[kind],
    };
    this.#attached.set(end, options);
    this.#transform(end, options);
  }

  #transform(end: RTCRtpSender | RTCRtpReceiver, options: TransformOptions): void {
    if (this.#state.phase !== 'starting' && this.#state.phase !== 'running') return;
    end.transform = new RTCRtpScriptTransform(this.#state.worker, options);
  }

  #start(): State {
    const worker = this.startWorker();
    // Not a count: a window that was loaded again must not give a number a second time.
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (this.#owns(worker)) this.#heard(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (this.#owns(worker)) this.#lost();
    };
    worker.onmessageerror = () => {
      if (this.#owns(worker)) this.#lost();
    };
    return { phase: 'starting', worker, number };
  }

  #owns(worker: Worker): boolean {
    return 'worker' in this.#state && this.#state.worker === worker;
  }

  #heard(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        if (this.#state.phase !== 'starting') return;
        this.#state = { ...this.#state, phase: 'running' };
        this.events.report({ type: 'worker-started', worker: this.#state.number });
        break;
      case 'pictures-failed':
        this.#pictures?.failed();
        break;
      default:
        this.events.report(message);
    }
  }

  /** How far it counted frames is gone, so its keys must not be used again: main makes a new generation for the next one. */
  #lost(): void {
    if (this.#state.phase !== 'starting' && this.#state.phase !== 'running') return;
    const { phase, number } = this.#state;
    this.#terminate();
    // One that never ran would not run the next time.
    this.#state = phase === 'running' ? this.#start() : { phase: 'broken' };
    for (const [end, options] of this.#attached) this.#transform(end, options);
    this.events.report({ type: 'worker-lost', worker: number });
    if (phase === 'running') this.#pictures?.restarted();
    if (phase === 'starting') this.events.broken();
  }

  #terminate(): void {
    if ('worker' in this.#state) this.#state.worker.terminate();
  }

  #post(message: ToWorker, transfer: Transferable[] = []): void {
    if ('worker' in this.#state) this.#state.worker.postMessage(message, transfer);
  }
}

/** The keys' own buffers move to the worker, so that the window keeps no copy. */
function keyBuffers(command: FrameCommand): ArrayBuffer[] {
  const keys = command.type === 'send-keys' ? command.tracks : 'keys' in command ? command.keys : [];
  return keys.flatMap(({ key }) =>
    key.buffer instanceof ArrayBuffer && key.buffer.byteLength === key.byteLength ? [key.buffer] : [],
  );
}
