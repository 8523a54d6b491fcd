/** Which own devices a person has switched on: what the next press of a switch turns round. */
import type { DeviceState, Snapshot } from '../../state/snapshot';

/** Not what main was last told: while a device starts, a second press switches it off again. */
export function devicesOn({ media: { microphone, camera } }: Pick<Snapshot, 'media'>): {
  microphone: boolean;
  camera: boolean;
} {
  return { microphone: isRunning(microphone), camera: isRunning(camera) };
}

function isRunning({ state }: DeviceState): boolean {
  return state === 'on' || state === 'starting' || state === 'silenced';
}
