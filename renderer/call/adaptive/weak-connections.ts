/** From whom so much sound is lost on the way that it can be heard. Pure: what the browser counts comes in. */

/** The parts of RTCInboundRtpStreamStats (W3C webrtc-stats) that count, since the connection began. */
interface SoundStats {
  type: string;
  kind?: string;
  packetsReceived?: number;
  packetsLost?: number;
}

interface Counted {
  received: number;
  lost: number;
}

/** Redundancy makes up for less. */
const LOST_SHARE = 0.1;
/** With fewer packets than this a share says nothing: half a second of sound. */
const MIN_PACKETS = 25;
/** Samples in a row, one every three seconds or so: a moment's trouble is not told. */
const SAMPLES = 2;

interface Line {
  counted: Counted;
  isWeak: boolean;
  /** How many samples in a row say otherwise. */
  against: number;
}

export class WeakConnections {
  readonly #lines = new Map<string, Line>();
  #weak: ReadonlySet<string> = new Set();

  /** @returns peer ids; the same object as before if nothing has changed. */
  take(reports: readonly { peerId: string; report: RTCStatsReport }[]): ReadonlySet<string> {
    const here = new Set(reports.map(({ peerId }) => peerId));
    for (const peerId of this.#lines.keys()) if (!here.has(peerId)) this.#lines.delete(peerId);
    for (const { peerId, report } of reports) this.#takeOne(peerId, soundOf(report));
    const weak = [...this.#lines].filter(([, { isWeak }]) => isWeak).map(([peerId]) => peerId);
    const isSame = weak.length === this.#weak.size && weak.every((peerId) => this.#weak.has(peerId));
    if (!isSame) this.#weak = new Set(weak);
    return this.#weak;
  }

  #takeOne(peerId: string, counted: Counted): void {
    const line = this.#lines.get(peerId) ?? { counted, isWeak: false, against: 0 };
    this.#lines.set(peerId, line);
    const received = counted.received - line.counted.received;
    const lost = Math.max(0, counted.lost - line.counted.lost);
    line.counted = counted;
    // Another connection to the same person counts anew.
    if (received < 0 || received + lost < MIN_PACKETS) return;
    const isWeak = lost / (received + lost) > LOST_SHARE;
    line.against = isWeak === line.isWeak ? 0 : line.against + 1;
    if (line.against < SAMPLES) return;
    line.isWeak = isWeak;
    line.against = 0;
  }
}

function soundOf(report: RTCStatsReport): Counted {
  const sum = { received: 0, lost: 0 };
  for (const stats of report.values() as Iterable<SoundStats>) {
    if (stats.type !== 'inbound-rtp' || stats.kind !== 'audio') continue;
    sum.received += stats.packetsReceived ?? 0;
    sum.lost += stats.packetsLost ?? 0;
  }
  return sum;
}
