/** How this person sees and hears the others: for this meeting alone, told to nobody, and never on disk. */

/** Percent of how loud somebody is sent. */
export const USUAL_VOLUME = 100;
export const MAX_VOLUME = 200;

/** Everyone at one size, or whoever speaks (or is pinned) large. */
export type Layout = 'grid' | 'speaker';

/** first: whoever has shared longest, so that nobody who begins takes the place of another. people: no screen, the people are shown as ever. */
export type Watched = 'first' | 'people' | { peerId: string };

export interface Seeing {
  layout: Layout;
  /** The spotlight from which this person turned to a layout of their own. */
  turnedFrom: string | null;
  /** Whose shared screen is shown here. */
  watched: Watched;
  /** Peer ids of those who stay large, in the order in which they were pinned. */
  pinned: readonly string[];
  /** The own tile is not shown here; the others see it. */
  hidesSelf: boolean;
  /** Nobody is asked for a picture. */
  soundOnly: boolean;
  /** Percent, by peer id; who is not in it is heard at the usual volume. */
  volumes: ReadonlyMap<string, number>;
  /** Peer ids of those who are not heard here. */
  muted: ReadonlySet<string>;
  /** Peer ids of those who are asked for no picture. */
  unseen: ReadonlySet<string>;
}

export const usualSeeing: Seeing = {
  layout: 'grid',
  turnedFrom: null,
  watched: 'first',
  pinned: [],
  hidesSelf: false,
  soundOnly: false,
  volumes: new Map(),
  muted: new Set(),
  unseen: new Set(),
};

/** Whoever moves the slider wants to hear. @param volume percent; brought to a whole number from 0 to MAX_VOLUME. */
export function withVolume(seeing: Seeing, peerId: string, volume: number): Seeing {
  const percent = Math.round(Math.min(MAX_VOLUME, Math.max(0, volume)));
  const muted = changed(seeing.muted, peerId, false);
  return { ...seeing, muted, volumes: new Map(seeing.volumes).set(peerId, percent) };
}

export function withMuted(seeing: Seeing, peerId: string, isMuted: boolean): Seeing {
  return { ...seeing, muted: changed(seeing.muted, peerId, isMuted) };
}

export function withUnseen(seeing: Seeing, peerId: string, isUnseen: boolean): Seeing {
  return { ...seeing, unseen: changed(seeing.unseen, peerId, isUnseen) };
}

/** Whoever is pinned is to be seen large: that is the speaker view. */
export function withPinned(seeing: Seeing, peerId: string, isPinned: boolean): Seeing {
  const others = seeing.pinned.filter((one) => one !== peerId);
  return isPinned
    ? { ...seeing, layout: 'speaker', pinned: [...others, peerId] }
    : { ...seeing, pinned: others };
}

/**
 * The layout that is shown. While somebody is in the spotlight that is the speaker view, unless this person has chosen
 * otherwise since. It is so for whoever is in it, too: what they ask of the others must not tell them apart.
 * @param spotlight the id of its statement; null: there is none.
 */
export function shownLayout({ layout, turnedFrom }: Seeing, spotlight: string | null): Layout {
  return spotlight === null || spotlight === turnedFrom ? layout : 'speaker';
}

/** In a meeting that goes on elsewhere there are other peer ids; the rest stays as it was chosen. */
export function seeingElsewhere({ layout, hidesSelf, soundOnly }: Seeing): Seeing {
  return { ...usualSeeing, layout, hidesSelf, soundOnly };
}

export function volumeOf({ volumes }: Seeing, peerId: string): number {
  return volumes.get(peerId) ?? USUAL_VOLUME;
}

/** Whether this person's picture is wanted here. */
export function isSeen({ soundOnly, unseen }: Seeing, peerId: string): boolean {
  return !soundOnly && !unseen.has(peerId);
}

export type Loudness =
  /** The element that shows the picture plays the sound as well. @param volume from 0 to 1. */
  | { by: 'element'; volume: number }
  /** Louder than an element can be. @param gain from 1 to 2. */
  | { by: 'amplifier'; gain: number };

/** Who plays somebody's sound, and how loud. */
export function loudnessOf(seeing: Seeing, peerId: string): Loudness {
  const percent = seeing.muted.has(peerId) ? 0 : volumeOf(seeing, peerId);
  return percent > USUAL_VOLUME
    ? { by: 'amplifier', gain: percent / USUAL_VOLUME }
    : { by: 'element', volume: percent / USUAL_VOLUME };
}

function changed(all: ReadonlySet<string>, peerId: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(all);
  if (isIn) next.add(peerId);
  else next.delete(peerId);
  return next;
}
