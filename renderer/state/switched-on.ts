/** Whether a person has switched a device on, whatever has become of it since. */
import type { CaptureState } from '../call/devices/devices';

/** Also while it starts, and while a headset or the system has muted it. */
export function isSwitchedOn({ state }: CaptureState): boolean {
  return state === 'on' || state === 'starting' || state === 'silenced';
}
