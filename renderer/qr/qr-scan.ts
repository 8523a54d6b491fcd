/** Looks for a QR code in the camera's picture, until one is read or nobody looks any more. */
import type { readCode } from './qr-reader';
import { capture, type CaptureFailure } from '../call/devices/capture';

export type CodeScanEvent =
  | { type: 'picture'; stream: MediaStream }
  | { type: 'failed'; reason: CaptureFailure }
  /** The last event: the camera is let go. */
  | { type: 'text'; text: string };

/** Pause between two looks, milliseconds. */
const PAUSE_MS = 200;
/** A code that fills a fifth of the picture is still read. Pixels. */
const WIDTH = 640;

interface CallCamera {
  /** The camera's track while it is on in the call and others are sent it as it is: a background would hide the code. */
  readonly plainVideo: MediaStreamTrack | null;
  subscribe: (listener: () => void) => () => void;
}

/**
 * The function returned ends it. A camera that is on in the call stays on. Where others are sent it as it is, it is
 * used; otherwise a capture of its own is, of which only who listens here is given anything.
 */
export function scanWithCamera(
  inCall: CallCamera,
  cameraId: string | null,
  listener: (event: CodeScanEvent) => void,
): () => void {
  const scan = new CodeScan(inCall, cameraId, listener);
  return () => {
    scan.end();
  };
}

class CodeScan {
  readonly #video = document.createElement('video');
  readonly #unsubscribe: () => void;
  /** Large, and most people never need it: read from the app's files when somebody looks for a code. */
  #readCode: typeof readCode | null = null;
  #own: MediaStreamTrack | null = null;
  #shown: MediaStreamTrack | null = null;
  #isStarting = false;
  #hasEnded = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly inCall: CallCamera,
    private readonly cameraId: string | null,
    private readonly listener: (event: CodeScanEvent) => void,
  ) {
    this.#video.muted = true;
    this.#unsubscribe = inCall.subscribe(() => void this.#choose());
    void this.#choose();
    void import('./qr-reader').then((reader) => (this.#readCode = reader.readCode));
    this.#look();
  }

  end(): void {
    this.#hasEnded = true;
    clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#own?.stop();
    this.#video.srcObject = null;
  }

  /** The camera may go on and off in the call meanwhile. */
  async #choose(): Promise<void> {
    const { plainVideo } = this.inCall;
    if (plainVideo !== null) {
      this.#show(plainVideo);
      this.#own?.stop();
      this.#own = null;
      return;
    }
    if (this.#own !== null || this.#isStarting) return;
    this.#isStarting = true;
    const result = await capture('video', this.cameraId);
    this.#isStarting = false;
    const isNeeded = !this.#hasEnded && this.inCall.plainVideo === null;
    if (!result.ok) {
      if (isNeeded) this.listener({ type: 'failed', reason: result.reason });
    } else if (isNeeded) {
      this.#own = result.track;
      this.#show(result.track);
    } else {
      result.track.stop();
    }
  }

  #show(track: MediaStreamTrack): void {
    if (this.#shown === track || this.#hasEnded) return;
    this.#shown = track;
    const stream = new MediaStream([track]);
    this.#video.srcObject = stream;
    this.#video.play().catch(() => undefined);
    this.listener({ type: 'picture', stream });
  }

  #look(): void {
    this.#timer = setTimeout(() => {
      const text = this.#read();
      if (text === null) {
        this.#look();
        return;
      }
      this.end();
      this.listener({ type: 'text', text });
    }, PAUSE_MS);
  }

  #read(): string | null {
    const { videoWidth, videoHeight } = this.#video;
    if (videoWidth === 0 || videoHeight === 0) return null;
    const width = Math.min(WIDTH, videoWidth);
    const height = Math.round((videoHeight / videoWidth) * width);
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) return null;
    context.drawImage(this.#video, 0, 0, width, height);
    return this.#readCode?.(context.getImageData(0, 0, width, height), 'quick') ?? null;
  }
}
