/** Which own devices a person has switched on: what the next press of a switch turns round. */
import type { DeviceState, LocalMedia } from '../../state/snapshot';

/** Not what main was last told: while a device starts, a second press switches it off again. */
export function devicesOn({ microphone, camera }: Pick<LocalMedia, 'microphone' | 'camera'>): {
  microphone: boolean;
  camera: boolean;
} {
  return { microphone: isRunning(microphone), camera: isRunning(camera) };
}

function isRunning({ state }: DeviceState): boolean {
  return state === 'on' || state === 'starting';
}
