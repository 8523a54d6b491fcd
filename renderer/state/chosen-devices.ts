/** What a person has chosen of devices, also while the vault is locked: nobody whom it hides is shown then. */
import { noDevicesChosen, type ChosenDevices } from '../call/devices/devices';
import type { Store } from './store';

type Known = ChosenDevices & { speakerId?: string | null };

/** Of the settings, no more than this stays. */
export class KnownDevices {
  #last: Known = noDevicesChosen;
  /** Chosen a moment ago, and not kept yet: or never, where it cannot be kept, and then for as long as this window. */
  #chosen: ChosenDevices['background'] | null = null;

  constructor(private readonly store: Pick<Store, 'settings' | 'subscribe'>) {
    // Also what nobody asks for before all is locked.
    store.subscribe(() => void this.read());
  }

  readonly read = (): Known => {
    const settings = this.store.settings.read();
    if (settings) {
      const { cameraId, microphoneId, speakerId, saveBandwidth } = settings;
      const { noiseSuppression, echoCancellation, automaticGain, background, backgroundColor } = settings;
      this.#last = {
        ...{ cameraId, microphoneId, speakerId, saveBandwidth },
        ...{ noiseSuppression, echoCancellation, automaticGain, background, backgroundColor },
      };
    }
    return this.#chosen === null ? this.#last : { ...this.#last, background: this.#chosen };
  };

  /** Counts at once, but for showing all: that waits until it is kept. */
  choose(background: ChosenDevices['background']): void {
    if (background !== 'none') this.#chosen = background;
  }

  /** The settings say so now. */
  kept(background: ChosenDevices['background']): void {
    if (this.#chosen === background || background === 'none') this.#chosen = null;
  }
}
