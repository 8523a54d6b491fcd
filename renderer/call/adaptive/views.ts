/** Tells the others how tall their pictures are shown here: seldom, and only what has changed. */
import { FULL_VIEW, type ViewHeight } from '../../../shared/wire/view-height';
import { alikeView, askedView, keptPictures, viewOf, type Restraint, type ShownSize } from './asked-views';

/** A window that is dragged, a panel that slides: only where it comes to rest is told. */
const SETTLE_MS = 400;

export interface LiveConnection {
  connectionId: string;
  peerId: string;
}

export interface ViewsWorld {
  /** Links over which a picture comes. */
  links: () => readonly LiveConnection[];
  report: (connectionId: string, height: ViewHeight) => void;
  spokeAt: (peerId: string) => number;
  /** Whose pictures are left out has changed. */
  paused: (peerIds: ReadonlySet<string>) => void;
}

export class Views {
  readonly #sizes = new Map<string, ShownSize>();
  readonly #told = new Map<string, ViewHeight>();
  /** Where the large picture is shown, while all are asked for alike. */
  #alike: ShownSize = null;
  #isSeen = true;
  #isWanted: (peerId: string) => boolean = () => true;
  #restraint: Restraint = { state: 'none' };
  #kept: ReadonlySet<string> = new Set();
  /** Among whom they were chosen. */
  #known: ReadonlySet<string> = new Set();
  #settling: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly world: ViewsWorld) {}

  /** How many pictures are really shown. */
  get shown(): number {
    return this.#shownPeers().length;
  }

  /** A tile has another size, or is not to be seen. */
  show(peerId: string, size: ShownSize): void {
    const wasShown = viewOf(this.#sizes.get(peerId) ?? null) > 0;
    this.#sizes.set(peerId, size);
    if (this.#alike === null && wasShown !== viewOf(size) > 0) this.#choose();
    this.linksChanged();
  }

  /**
   * From now on all pictures are asked for alike, whatever their tiles: these follow the speaker.
   * @param area where the large one is shown; null ends it.
   */
  alike(area: ShownSize): void {
    this.#alike = area;
    this.#choose();
    this.linksChanged();
  }

  /** Whom this person wants to see. */
  want(isWanted: (peerId: string) => boolean): void {
    this.#isWanted = isWanted;
    this.#choose();
    this.linksChanged();
  }

  /** Whether anybody can see this window. */
  seen(isSeen: boolean): void {
    this.#isSeen = isSeen;
    this.linksChanged();
  }

  restrain(restraint: Restraint): void {
    this.#restraint = restraint;
    this.#choose();
    this.linksChanged();
  }

  linksChanged(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = null;
      this.#tell();
    }, SETTLE_MS);
  }

  #shownPeers(): string[] {
    const shown =
      this.#alike === null
        ? [...this.#sizes].filter(([, size]) => viewOf(size) > 0).map(([peerId]) => peerId)
        : this.world.links().map(({ peerId }) => peerId);
    return shown.filter((peerId) => this.#isWanted(peerId));
  }

  #choose(): void {
    const shown = this.#shownPeers();
    this.#known = new Set(shown);
    const { state } = this.#restraint;
    this.#kept =
      state === 'fewer' ? keptPictures(shown, this.#restraint.pictures, this.world.spokeAt) : new Set(shown);
    this.world.paused(new Set(shown.filter((peerId) => !this.#kept.has(peerId))));
  }

  #tell(): void {
    const links = this.world.links();
    const live = new Set(links.map(({ connectionId }) => connectionId));
    for (const connectionId of this.#told.keys())
      if (!live.has(connectionId)) this.#told.delete(connectionId);
    // A tile outlives its link, which may come back; who has neither is gone.
    const here = new Set(links.map(({ peerId }) => peerId));
    for (const [peerId, size] of this.#sizes)
      if (size === null && !here.has(peerId)) this.#sizes.delete(peerId);
    if (this.#alike !== null && this.#shownPeers().some((peerId) => !this.#known.has(peerId))) this.#choose();
    for (const { connectionId, peerId } of links) {
      const height = this.#asked(peerId);
      if (height === (this.#told.get(connectionId) ?? FULL_VIEW)) continue;
      this.#told.set(connectionId, height);
      this.world.report(connectionId, height);
    }
  }

  #asked(peerId: string): ViewHeight {
    if (!this.#isWanted(peerId)) return 0;
    if (this.#alike !== null && this.#isSeen) {
      const view = alikeView(this.#alike, this.#shownPeers().length);
      return askedView(view, this.#restraint, this.#kept.has(peerId));
    }
    const size = this.#sizes.get(peerId);
    // No tile has been measured yet: the picture may come as it is.
    if (size === undefined) return this.#isSeen ? FULL_VIEW : 0;
    if (!this.#isSeen) return 0;
    return askedView(viewOf(size), this.#restraint, this.#kept.has(peerId));
  }
}
