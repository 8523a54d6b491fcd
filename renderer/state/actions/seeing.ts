/** How the others are seen and heard here. Nothing of it leaves this window but how tall pictures are wanted. */
import { withMuted, withPinned, withUnseen, withVolume, type Layout, type Seeing } from '../seeing';
import type { Store } from '../store';

export interface SeeingActions {
  /** @param volume percent, from 0 to 200. */
  setVolume: (peerId: string, volume: number) => void;
  muteForMe: (peerId: string, on: boolean) => void;
  /** Off: this person is asked for no picture. */
  showPicture: (peerId: string, on: boolean) => void;
  pin: (peerId: string, on: boolean) => void;
  chooseLayout: (layout: Layout) => void;
  hideSelf: (on: boolean) => void;
  /** On: nobody is asked for a picture. */
  hearOnly: (on: boolean) => void;
}

export function createSeeingActions(store: Store): SeeingActions {
  const change = (next: (seeing: Seeing) => Seeing): void => {
    store.set({ seeing: next(store.get().seeing) });
  };
  return {
    setVolume: (peerId, volume) => {
      change((seeing) => withVolume(seeing, peerId, volume));
    },
    muteForMe: (peerId, on) => {
      change((seeing) => withMuted(seeing, peerId, on));
    },
    showPicture: (peerId, on) => {
      change((seeing) => withUnseen(seeing, peerId, !on));
    },
    pin: (peerId, on) => {
      change((seeing) => withPinned(seeing, peerId, on));
    },
    chooseLayout: (layout) => {
      const { meeting } = store.get();
      const turnedFrom = meeting.phase === 'inside' ? (meeting.spotlight?.id ?? null) : null;
      change((seeing) => ({ ...seeing, layout, turnedFrom }));
    },
    hideSelf: (hidesSelf) => {
      change((seeing) => ({ ...seeing, hidesSelf }));
    },
    hearOnly: (soundOnly) => {
      change((seeing) => ({ ...seeing, soundOnly }));
    },
  };
}
