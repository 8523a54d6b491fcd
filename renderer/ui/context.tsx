/** How every screen reaches the state: one snapshot to draw from, one set of actions to ask for. */
import { createContext, useContext, useEffect, useSyncExternalStore, type ReactNode } from 'react';
import type {
  Actions,
  CodeScanner,
  LevelSource,
  ShownPath,
  PictureShown,
  Snapshot,
  Vigil,
} from '../state/snapshot';

const VigilContext = createContext<Vigil | null>(null);

export function VigilProvider({ vigil, children }: { vigil: Vigil; children: ReactNode }) {
  return <VigilContext value={vigil}>{children}</VigilContext>;
}

function useVigil(): Vigil {
  const vigil = useContext(VigilContext);
  if (vigil === null) throw new Error('a screen was drawn outside of VigilProvider');
  return vigil;
}

export function useSnapshot(): Snapshot {
  const vigil = useVigil();
  return useSyncExternalStore(vigil.subscribe, vigil.getSnapshot);
}

export function useActions(): Actions {
  return useVigil().actions;
}

/** By what path each link goes, kept up to date while whoever asks is on screen. */
export function usePaths(): ReadonlyMap<string, ShownPath> {
  const { watchPaths } = useVigil();
  useEffect(() => watchPaths(), [watchPaths]);
  return useSnapshot().paths;
}

export function usePictureShown(): PictureShown {
  return useVigil().pictureShown;
}

export function useMicrophoneLevel(): LevelSource {
  return useVigil().microphoneLevel;
}

export function useCodeScanner(): CodeScanner {
  return useVigil().scanCode;
}
