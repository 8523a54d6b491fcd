/** Sharing the own screen, and watching that of others. */
import type { VigilBridge } from '../../../shared/ipc';
import type { ScreenShare } from '../../call/screen/screen-share';
import type { ShareMode, SharedSource } from '../snapshot';
import { placeOf } from '../follow-sharing';
import type { Watched } from '../seeing';
import type { SharePicker } from '../sharing';
import type { Store } from '../store';

export interface SharingActions {
  /** Opens the dialog, and looks at what there is; once more in a dialog that is open. */
  chooseShare: () => void;
  /** Closes it, and nothing is shared. */
  cancelShare: () => void;
  /** @param chosen one of those that the dialog shows; null: the system asks which. */
  share: (chosen: { id: string; source: SharedSource; label: string } | null, mode: ShareMode) => void;
  pauseShare: (isPaused: boolean) => void;
  /** Also while the system has not answered. */
  stopShare: () => void;
  watch: (watched: Watched) => void;
}

export function createSharingActions(
  { request }: Pick<VigilBridge, 'request'>,
  store: Store,
  screen: ScreenShare,
): SharingActions {
  const show = (picker: SharePicker | null): void => {
    store.set({ sharePicker: picker });
  };
  const forget = (): void => {
    request['sharing:close'](undefined).catch(() => undefined);
  };
  /** Main is told what was chosen. */
  let isAsking = false;
  const choose = async (id: string | null): Promise<boolean> => {
    isAsking = true;
    try {
      const answer = await request['sharing:choose']({ id });
      if (!answer.ok) store.set({ notice: { kind: 'error', code: answer.code } });
      return answer.ok;
    } catch {
      store.set({ notice: { kind: 'error', code: 'internal' } });
      return false;
    } finally {
      isAsking = false;
    }
  };
  return {
    chooseShare: () => {
      if (screen.state.state !== 'off' || isAsking) return;
      show({ state: 'looking' });
      request['sharing:sources'](undefined).then(
        (answer) => {
          // Closed meanwhile.
          if (store.get().sharePicker?.state !== 'looking') return;
          if (!answer.ok) show({ state: 'failed' });
          else {
            const { hidesVigil } = answer.value;
            if (answer.value.way === 'system') show({ state: 'system', hidesVigil });
            else show({ state: 'list', sources: answer.value.sources, hidesVigil });
          }
        },
        () => {
          if (store.get().sharePicker !== null) show({ state: 'failed' });
        },
      );
    },
    cancelShare: () => {
      show(null);
      forget();
    },
    share: (chosen, mode) => {
      if (isAsking || screen.state.state !== 'off') return;
      show(null);
      const place = placeOf(store.get());
      void (async () => {
        if (!(await choose(chosen?.id ?? null))) return;
        // Chosen for a meeting that is over.
        if (placeOf(store.get()) !== place) return;
        await screen.start({ chosen, mode });
        if (screen.state.state === 'off') forget();
      })();
    },
    pauseShare: (isPaused) => {
      screen.pause(isPaused);
    },
    stopShare: () => {
      if (screen.state.state === 'starting') forget();
      screen.stop();
    },
    watch: (watched) => {
      store.set({ seeing: { ...store.get().seeing, watched } });
    },
  };
}
