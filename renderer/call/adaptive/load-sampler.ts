/** Reads from the browser's statistics how hard this computer works on pictures. */
import type { LoadSample } from './machine-limit';

/** The parts of RTCStats (W3C webrtc-stats) that count; seconds, and numbers since the connection began. */
interface VideoStats {
  id: string;
  type: string;
  kind?: string;
  active?: boolean;
  framesPerSecond?: number;
  framesEncoded?: number;
  totalEncodeTime?: number;
  qualityLimitationReason?: string;
  framesReceived?: number;
  framesDropped?: number;
  totalDecodeTime?: number;
}

interface Counted {
  encoded: number;
  encodeTime: number;
  received: number;
  dropped: number;
  decodeTime: number;
}

/** With fewer frames than this a share says nothing. */
const MIN_FRAMES = 15;

export class LoadSampler {
  #before = new Map<string, Counted>();
  #takenAt: number | null = null;

  /** @param cores that share the work. */
  constructor(private readonly cores: number) {}

  /** @param reports one of each connection. @param now milliseconds. @returns null at the first look. */
  take(reports: readonly RTCStatsReport[], shown: number, now: number): LoadSample | null {
    const after = new Map<string, Counted>();
    const sample = { limitedByProcessor: false, encodeShare: 0 };
    const sum = { received: 0, dropped: 0, decodeTime: 0 };
    for (const [index, report] of reports.entries()) {
      for (const stats of report.values() as Iterable<VideoStats>) {
        if (stats.kind !== 'video') continue;
        const key = `${String(index)} ${stats.id}`;
        const counted = counts(stats);
        after.set(key, counted);
        const since = difference(counted, this.#before.get(key) ?? counted);
        sum.received += since.received;
        sum.dropped += since.dropped;
        sum.decodeTime += since.decodeTime;
        if (stats.type !== 'outbound-rtp' || stats.active === false) continue;
        if (stats.qualityLimitationReason === 'cpu' && since.encoded > 0) sample.limitedByProcessor = true;
        if (since.encoded < MIN_FRAMES) continue;
        const perFrame = since.encodeTime / since.encoded;
        sample.encodeShare = Math.max(sample.encodeShare, perFrame * (stats.framesPerSecond ?? 0));
      }
    }
    const elapsed = this.#takenAt === null ? null : (now - this.#takenAt) / 1000;
    this.#before = after;
    this.#takenAt = now;
    if (elapsed === null || elapsed <= 0) return null;
    const droppedShare = sum.received < MIN_FRAMES ? 0 : sum.dropped / sum.received;
    return {
      ...sample,
      decodeShare: sum.decodeTime / elapsed / Math.max(1, this.cores),
      droppedShare,
      shown,
    };
  }
}

function counts(stats: VideoStats): Counted {
  return {
    encoded: stats.framesEncoded ?? 0,
    encodeTime: stats.totalEncodeTime ?? 0,
    received: stats.framesReceived ?? 0,
    dropped: stats.framesDropped ?? 0,
    decodeTime: stats.totalDecodeTime ?? 0,
  };
}

function difference(after: Counted, before: Counted): Counted {
  return {
    encoded: after.encoded - before.encoded,
    encodeTime: after.encodeTime - before.encodeTime,
    received: after.received - before.received,
    dropped: after.dropped - before.dropped,
    decodeTime: after.decodeTime - before.decodeTime,
  };
}
