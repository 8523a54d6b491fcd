/** How every screen reaches the state: what it draws of the snapshot, and one set of actions to ask for. */
import { createContext, useContext, useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { selection } from '../state/selection';
import type { ShownPath } from '../state/shown-path';
import type { Snapshot } from '../state/snapshot';
import type {
  Actions,
  CodeScanner,
  LevelSource,
  PictureShown,
  PicturesAlike,
  ScreenShown,
  SmallWindowShown,
  SoundTester,
  ViewModel,
} from '../state/view-model';

const ViewModelContext = createContext<ViewModel | null>(null);

export function ViewModelProvider({ model, children }: { model: ViewModel; children: ReactNode }) {
  return <ViewModelContext value={model}>{children}</ViewModelContext>;
}

/** Throws an Error outside of ViewModelProvider, as do the hooks below, which all begin here. */
function useViewModel(): ViewModel {
  const model = useContext(ViewModelContext);
  if (model === null) throw new Error('a screen was drawn outside of ViewModelProvider');
  return model;
}

/**
 * What a component shows of the snapshot. It is drawn anew when that is another value, or a plain object one of whose
 * parts is another value; and then at once, since news that were drawn together would let what has ended flash up.
 */
export function useSelected<T>(select: (snapshot: Snapshot) => T): T {
  const { subscribe, getSnapshot } = useViewModel();
  const getSelected = useMemo(() => selection(getSnapshot, select), [getSnapshot, select]);
  return useSyncExternalStore(subscribe, getSelected);
}

export function useActions(): Actions {
  return useViewModel().actions;
}

/** By what path each link goes, kept up to date while whoever asks is on screen. */
export function usePaths(): ReadonlyMap<string, ShownPath> {
  const { watchPaths } = useViewModel();
  useEffect(() => watchPaths(), [watchPaths]);
  return useSelected(({ paths }) => paths);
}

export function usePictureShown(): PictureShown {
  return useViewModel().pictureShown;
}

export function usePicturesAlike(): PicturesAlike {
  return useViewModel().picturesAlike;
}

export function useScreenShown(): ScreenShown {
  return useViewModel().screenShown;
}

export function useSmallWindowShown(): SmallWindowShown {
  return useViewModel().smallWindowShown;
}

export function useMicrophoneLevel(): LevelSource {
  return useViewModel().microphoneLevel;
}

export function useSoundTester(): SoundTester {
  return useViewModel().testOwnSound;
}

export function useCodeScanner(): CodeScanner {
  return useViewModel().scanCode;
}
