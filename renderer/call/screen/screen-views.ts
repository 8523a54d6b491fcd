/** Tells those who share a screen whether it is shown here: only what has changed, and nothing of those who share none. */
import type { LiveConnection } from '../adaptive/views';

export interface ScreenViewsWorld {
  links: () => readonly LiveConnection[];
  report: (connectionId: string, shown: boolean) => void;
}

/** Whoever looks through the shares of several people says at the end which it is. */
const SETTLE_MS = 400;

export class ScreenViews {
  #sharers: ReadonlySet<string> = new Set();
  #shown: string | null = null;
  #isSeen = true;
  #isDetached = false;
  /** By connection; where nothing was said, nothing of a screen comes. */
  readonly #told = new Map<string, boolean>();
  #settling: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly world: ScreenViewsWorld) {}

  /** Peer ids of those who share a screen. */
  sharers(peerIds: ReadonlySet<string>): void {
    this.#sharers = peerIds;
    this.changed();
  }

  /** Whose screen is shown; null: nobody's. @param isDetached in a window of its own, wherever this one is. */
  show(peerId: string | null, isDetached = false): void {
    this.#shown = peerId;
    this.#isDetached = isDetached;
    this.changed();
  }

  /** Whether anybody can see this window. */
  seen(isSeen: boolean): void {
    this.#isSeen = isSeen;
    this.changed();
  }

  /** Links have come or gone, or something else is different. */
  changed(): void {
    this.#settling ??= setTimeout(() => {
      this.#settling = null;
      this.#tell();
    }, SETTLE_MS);
  }

  #tell(): void {
    const links = this.world.links();
    const live = new Set(links.map(({ connectionId }) => connectionId));
    for (const connectionId of this.#told.keys())
      if (!live.has(connectionId)) this.#told.delete(connectionId);
    for (const { connectionId, peerId } of links) {
      if (!this.#sharers.has(peerId)) continue;
      const isShown = (this.#isSeen || this.#isDetached) && this.#shown === peerId;
      if (isShown === (this.#told.get(connectionId) ?? false)) continue;
      this.#told.set(connectionId, isShown);
      this.world.report(connectionId, isShown);
    }
  }
}
