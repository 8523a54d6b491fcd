/** What this window computes about the others: how tall they are shown, who speaks, and what the computer bears. */
import { systemClocks } from '../../clocks';
import type { LocalTracks } from '../devices/local-tracks';
import type { Connections } from '../connection/connections';
import type { Restraint, ShownSize } from './asked-views';
import { Hearing } from './hearing';
import { LoadSampler } from './load-sampler';
import { MachineLimit } from './machine-limit';
import { SELF, SILENCE, SpeakingDetector, type Speaking } from './speaking';
import { Views } from './views';
import { WeakConnections } from './weak-connections';

const LOAD_EVERY_MS = 3000;

/** The computer's limit, and whose pictures are left out because of it. */
export interface Limit {
  state: Restraint['state'];
  paused: ReadonlySet<string>;
}

export interface AdaptiveEvents {
  speaking: (speaking: Speaking) => void;
  limit: (limit: Limit) => void;
  /** From whom much sound is lost on the way. */
  weak: (peerIds: ReadonlySet<string>) => void;
}

interface Load {
  limit: MachineLimit;
  sampler: LoadSampler;
  weak: WeakConnections;
  timer: ReturnType<typeof setInterval>;
}

export class Adaptive {
  readonly #detector = new SpeakingDetector();
  readonly #hearing: Hearing;
  readonly #views: Views;
  #speaking: Speaking = SILENCE;
  #streams: ReadonlyMap<string, MediaStream> = new Map();
  #load: Load | null = null;
  #restraint: Restraint = { state: 'none' };
  #paused: ReadonlySet<string> = new Set();
  #weak: ReadonlySet<string> = new Set();
  #windowIsSeen = true;
  #smallWindowIsOpen = false;

  constructor(
    private readonly links: Pick<Connections, 'live' | 'reports' | 'reportView'>,
    private readonly own: Pick<LocalTracks, 'audio' | 'subscribe'>,
    private readonly events: AdaptiveEvents,
  ) {
    this.#views = new Views({
      links: () => links.live,
      report: (connectionId, height) => {
        links.reportView(connectionId, height);
      },
      spokeAt: (peerId) => this.#detector.spokeAt(peerId),
      paused: (peerIds) => {
        this.#pause(peerIds);
      },
    });
    this.#hearing = new Hearing((levels, now) => {
      this.#heard(levels, now);
    });
    own.subscribe(() => {
      this.#listen();
    });
    document.addEventListener('visibilitychange', () => {
      this.#sightChanged();
    });
  }

  /** A tile has another size; null while it is not to be seen. */
  show(peerId: string, size: ShownSize): void {
    this.#views.show(peerId, size);
  }

  /** Pictures are asked for alike; null: each as tall as its tile. @param area of the large one. */
  alike(area: ShownSize): void {
    this.#views.alike(area);
  }

  /** Whose pictures this person wants to see: of nobody else one is asked for. */
  want(isWanted: (peerId: string) => boolean): void {
    this.#views.want(isWanted);
  }

  /** Main knows when the window is minimised or hidden. */
  windowSeen(seen: boolean): void {
    this.#windowIsSeen = seen;
    this.#sightChanged();
  }

  /**
   * The small window is open: all are asked for as they would be with the large one in sight, not for whom it shows, since
   * that would tell the network who speaks.
   */
  smallWindowShown(isOpen: boolean): void {
    this.#smallWindowIsOpen = isOpen;
    this.#sightChanged();
  }

  /** The others' sound and picture have changed; nobody left ends everything. */
  streamsChanged(streams: ReadonlyMap<string, MediaStream>): void {
    this.#streams = streams;
    this.#listen();
    this.#views.linksChanged();
    if (streams.size === 0) this.#stopLoad();
    else this.#startLoad();
  }

  #sightChanged(): void {
    const isInSight = this.#windowIsSeen && document.visibilityState === 'visible';
    this.#views.seen(isInSight || this.#smallWindowIsOpen);
  }

  #listen(): void {
    const tracks = new Map<string, MediaStreamTrack>(
      [...this.#streams].flatMap(([peerId, stream]) =>
        stream.getAudioTracks().map((track) => [peerId, track]),
      ),
    );
    // Alone there is nobody to whom one speaks.
    if (this.own.audio && tracks.size > 0) tracks.set(SELF, this.own.audio);
    this.#hearing.listen(tracks);
  }

  #heard(levels: ReadonlyMap<string, number>, now: number): void {
    const speaking = this.#detector.hear(levels, now);
    if (speaking === this.#speaking) return;
    this.#speaking = speaking;
    this.events.speaking(speaking);
  }

  #startLoad(): void {
    if (this.#load) return;
    const timer = setInterval(() => void this.#sampleLoad(), LOAD_EVERY_MS);
    this.#load = {
      limit: new MachineLimit(),
      sampler: new LoadSampler(navigator.hardwareConcurrency),
      weak: new WeakConnections(),
      timer,
    };
  }

  #stopLoad(): void {
    if (!this.#load) return;
    clearInterval(this.#load.timer);
    this.#load = null;
    this.#restrain({ state: 'none' });
    this.#tellWeak(new Set());
  }

  async #sampleLoad(): Promise<void> {
    const load = this.#load;
    const reports = await this.links.reports();
    if (!load || load !== this.#load) return;
    this.#tellWeak(load.weak.take(reports));
    const all = reports.map(({ report }) => report);
    const sample = load.sampler.take(all, this.#views.shown, systemClocks.steady());
    if (sample) this.#restrain(load.limit.take(sample));
  }

  #tellWeak(weak: ReadonlySet<string>): void {
    if (weak === this.#weak) return;
    this.#weak = weak;
    this.events.weak(weak);
  }

  #restrain(restraint: Restraint): void {
    if (restraint === this.#restraint) return;
    this.#restraint = restraint;
    this.#views.restrain(restraint);
    this.#tellLimit();
  }

  #pause(peerIds: ReadonlySet<string>): void {
    const isSame = peerIds.size === this.#paused.size && [...peerIds].every((one) => this.#paused.has(one));
    if (isSame) return;
    this.#paused = peerIds;
    this.#tellLimit();
  }

  #tellLimit(): void {
    this.events.limit({ state: this.#restraint.state, paused: this.#paused });
  }
}
