/** Which own devices a person has switched on: what the next press of a switch turns round. */
import type { Snapshot } from '../../state/snapshot';
import { isSwitchedOn } from '../../state/switched-on';

/** Not what main was last told: while a device starts, a second press switches it off again. */
export function devicesOn({ media: { microphone, camera } }: Pick<Snapshot, 'media'>): {
  microphone: boolean;
  camera: boolean;
} {
  return { microphone: isSwitchedOn(microphone), camera: isSwitchedOn(camera) };
}
