/**
 * The camera encoded once and sealed once for all connections, by the frame worker. The senders encode a dummy, and their
 * transforms put the sealed pictures in its place. What the browser allows each connection is looked at again and again.
 */
import { FULL_VIEW, type ViewHeight } from '../../../shared/wire/view-height';
import type { LocalTracks } from '../devices/local-tracks';
import { heightFor, rateOf } from '../encoding/picture-encoding';
import { encodingOf, type SenderEncoding } from '../encoding/sender-encoding';
import type { FrameConnection, FrameCryptoClient } from '../frames/frame-crypto-client';
import { replaceTrack } from '../frames/replace-track';
import type { VideoFeed } from '../frames/video-feed';
import type { chromiumStreams } from './chromium-streams';
import { Line } from './line';
import { planPictures } from './plan';

const LOOK_EVERY_MS = 1000;
/** Of dummies, which must not be what holds pictures up. */
const DUMMIES_PER_SECOND = 60;

interface Fed {
  sender: RTCRtpSender;
  encoding: SenderEncoding;
  view: ViewHeight;
  line: Line;
}

export class OnceVideoFeed implements VideoFeed {
  readonly #fed = new Map<string, Fed>();
  readonly #unsubscribe: () => void;
  #camera: MediaStreamTrack | null = null;
  #dummy: MediaStreamTrack | null = null;
  /** Bits per second that each may be sent at most. */
  #asked = 0;
  #looking: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly tracks: Pick<LocalTracks, 'video' | 'savesBandwidth' | 'subscribe'>,
    private readonly frames: Pick<FrameCryptoClient, 'fanSender' | 'runPictures'>,
    private readonly streams: NonNullable<ReturnType<typeof chromiumStreams>>,
  ) {
    this.#unsubscribe = tracks.subscribe(() => {
      this.#follow();
      this.#adapt();
    });
  }

  attach(sender: RTCRtpSender, connection: FrameConnection): void {
    this.detach(connection.connectionId);
    this.#fed.set(connection.connectionId, {
      ...{ sender, encoding: encodingOf(sender) },
      ...{ view: FULL_VIEW, line: new Line() },
    });
    this.frames.fanSender(sender, connection);
    this.#follow();
    replaceTrack(sender, this.#camera && this.#dummy);
    this.#adapt();
    this.#looking ??= setInterval(() => void this.#look(), LOOK_EVERY_MS);
  }

  show(connectionId: string, height: ViewHeight): void {
    const fed = this.#fed.get(connectionId);
    if (!fed) return;
    fed.view = height;
    this.#adapt();
  }

  detach(connectionId: string): void {
    const fed = this.#fed.get(connectionId);
    if (!fed) return;
    replaceTrack(fed.sender, null);
    this.#fed.delete(connectionId);
    this.#adapt();
    if (this.#fed.size > 0) return;
    this.#follow();
    if (this.#looking !== null) clearInterval(this.#looking);
    this.#looking = null;
  }

  close(): void {
    this.#unsubscribe();
    for (const connectionId of [...this.#fed.keys()]) this.detach(connectionId);
    this.#dummy?.stop();
  }

  /** Another worker, which has neither camera nor dummies. */
  restarted(): void {
    this.#camera = null;
    this.#dummy?.stop();
    this.#dummy = null;
    this.#follow();
    this.#adapt();
  }

  /** The camera that is on goes to the worker, as long as anybody gets it from there. */
  #follow(): void {
    const camera = this.#fed.size > 0 ? this.tracks.video : null;
    if (camera === this.#camera) return;
    this.#camera = camera;
    const dummy = camera && this.#beat();
    // First: without a dummy nothing leaves.
    for (const { sender } of this.#fed.values()) replaceTrack(sender, dummy);
    if (camera === null) {
      this.frames.runPictures({ type: 'camera', camera: null });
      return;
    }
    const { readable } = new this.streams.Processor({ track: camera, maxBufferSize: 1 });
    this.frames.runPictures({ type: 'camera', camera: readable }, [readable]);
  }

  #beat(): MediaStreamTrack {
    if (this.#dummy) return this.#dummy;
    const dummy = new this.streams.Generator({ kind: 'video' });
    this.#dummy = dummy;
    this.frames.runPictures({ type: 'beat', dummies: dummy.writable }, [dummy.writable]);
    return dummy;
  }

  #adapt(): void {
    const { video, savesBandwidth } = this.tracks;
    const captureHeight = video?.getSettings().height ?? null;
    const viewers = [...this.#fed].map(([connectionId, { view, line }]) => {
      return { connectionId, view, allowed: line.bits };
    });
    const receivers = viewers.filter(({ view }) => view > 0).length;
    const needs = viewers.map(({ view }) => heightFor({ view, captureHeight, receivers, savesBandwidth }));
    this.#asked = Math.max(
      0,
      ...needs.map((height) => (height === 0 ? 0 : rateOf(height, { receivers, savesBandwidth }).maxBitrate)),
    );
    for (const { view, encoding } of this.#fed.values()) {
      encoding.want(
        view === 0
          ? { state: 'paused' }
          : {
              state: 'running',
              scaleDownBy: 1,
              framesPerSecond: DUMMIES_PER_SECOND,
              maxBitrate: this.#asked,
            },
      );
    }
    const plan = planPictures({ viewers, captureHeight, savesBandwidth });
    this.frames.runPictures({ type: 'plan', plan });
  }

  async #look(): Promise<void> {
    const asked = this.#asked;
    await Promise.all(
      [...this.#fed.values()].map(async (fed) => {
        const report = await fed.sender.getStats().catch(() => null);
        fed.line.take(fed.view > 0 && this.#camera && report ? targetOf(report) : null, asked);
      }),
    );
    if (this.#fed.size > 0) this.#adapt();
  }
}

/** RTCOutboundRtpStreamStats (W3C webrtc-stats); null while nothing goes out. */
function targetOf(report: RTCStatsReport): number | null {
  for (const stats of report.values() as Iterable<{ type: string; targetBitrate?: number }>)
    if (stats.type === 'outbound-rtp' && (stats.targetBitrate ?? 0) > 0) return stats.targetBitrate ?? null;
  return null;
}
