/** Tells those who share a screen whether it is shown here, and ends the own share with its meeting. */
import type { VigilBridge } from '../../shared/ipc';
import type { ScreenShare } from '../call/screen/screen-share';
import type { ScreenViews } from '../call/screen/screen-views';
import { sharersAmong } from './sharing';
import type { Snapshot } from './snapshot';
import type { Store } from './store';

export function followSharing(
  bridge: Pick<VigilBridge, 'onWindowSeen'>,
  store: Store,
  screen: ScreenShare,
  views: Pick<ScreenViews, 'sharers' | 'seen'>,
): void {
  let before = store.get();
  screen.subscribe(() => {
    store.set({ share: screen.state });
  });
  store.subscribe(() => {
    const now = store.get();
    const last = before;
    // What is set below comes by here again.
    before = now;
    if (now.meeting === last.meeting) return;
    // Whoever saw it begin is in this meeting and in no other.
    if (placeOf(now) !== placeOf(last)) {
      screen.stop();
      if (now.sharePicker !== null) store.set({ sharePicker: null });
    }
    const { meeting } = now;
    const sharers = meeting.phase === 'inside' ? sharersAmong(meeting.peers) : [];
    const ids = new Set(sharers.map(({ peerId }) => peerId));
    views.sharers(ids);
    // A choice ends with the share that was chosen: one that begins again takes nobody's place.
    const { watched } = now.seeing;
    if (typeof watched === 'object' && !ids.has(watched.peerId))
      store.set({ seeing: { ...store.get().seeing, watched: 'first' } });
  });
  bridge.onWindowSeen(({ seen }) => {
    views.seen(seen);
  });
}

/** Null outside of a meeting; another one has begun at another time. */
export function placeOf({ meeting }: Pick<Snapshot, 'meeting'>): number | null {
  return meeting.phase === 'inside' ? meeting.startedAt : null;
}
