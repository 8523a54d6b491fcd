/** The pictures that are recorded: one element for each track, which nobody sees. */
import { systemClocks } from '../../clocks';

/** A picture that has not changed for so long is none any more. */
const STALE_MS = 3000;

interface Shown {
  element: HTMLVideoElement;
  track: MediaStreamTrack;
  changedAt: number;
}

export class Pictures {
  readonly #shown = new Map<string, Shown>();

  /** Exactly these from now on. */
  show(tracks: ReadonlyMap<string, MediaStreamTrack>): void {
    for (const [id, { track }] of this.#shown) if (tracks.get(id) !== track) this.#end(id);
    for (const [id, track] of tracks) if (!this.#shown.has(id)) this.#begin(id, track);
  }

  /** Null where there is none, or it stands still since long. @param mayStand a screen changes seldom. */
  at(id: string, mayStand: boolean): HTMLVideoElement | null {
    const shown = this.#shown.get(id);
    if (!shown || shown.element.videoWidth === 0) return null;
    const isStale = systemClocks.steady() - shown.changedAt > STALE_MS;
    return isStale && !mayStand ? null : shown.element;
  }

  end(): void {
    this.show(new Map());
  }

  #begin(id: string, track: MediaStreamTrack): void {
    const element = document.createElement('video');
    const shown = { element, track, changedAt: 0 };
    element.muted = true;
    element.srcObject = new MediaStream([track]);
    const changed = (): void => {
      shown.changedAt = systemClocks.steady();
      if (this.#shown.get(id) === shown) element.requestVideoFrameCallback(changed);
    };
    this.#shown.set(id, shown);
    element.requestVideoFrameCallback(changed);
    void element.play().catch(() => undefined);
  }

  #end(id: string): void {
    const shown = this.#shown.get(id);
    this.#shown.delete(id);
    if (shown) shown.element.srcObject = null;
  }
}
