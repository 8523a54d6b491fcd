/** What the window computes about the others, as the screens see it. */
import type { VigilBridge } from '../../shared/ipc';
import { Adaptive } from '../call/adaptive/adaptive';
import { SELF, SILENCE, type Speaking } from '../call/adaptive/speaking';
import type { Devices } from '../call/devices/devices';
import type { Connections } from '../call/connection/connections';
import type { Snapshot } from './snapshot';
import type { Store } from './store';

export const initialPerception: Pick<Snapshot, 'speaking' | 'machineLimit' | 'weak'> = {
  speaking: speakingNow(SILENCE),
  machineLimit: { state: 'none', paused: new Set() },
  weak: new Set(),
};

export function startAdaptive(
  bridge: VigilBridge,
  links: Connections,
  devices: Devices,
  store: Store,
): Adaptive {
  const adaptive = new Adaptive(links, devices, {
    speaking: (speaking) => {
      store.set({ speaking: speakingNow(speaking) });
    },
    limit: (machineLimit) => {
      store.set({ machineLimit });
    },
    weak: (weak) => {
      store.set({ weak });
    },
  });
  bridge.onWindowSeen(({ seen }) => {
    adaptive.windowSeen(seen);
  });
  return adaptive;
}

function speakingNow({ now, dominant }: Speaking): Snapshot['speaking'] {
  return { self: now.has(SELF), peers: new Set([...now].filter((id) => id !== SELF)), dominant };
}
