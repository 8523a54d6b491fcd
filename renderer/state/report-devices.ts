/** Tells main what is really on, whenever that differs from what main was told last or believes. */
import type { VigilBridge } from '../../shared/ipc';
import type { Devices } from '../call/devices/devices';
import type { MeetingView } from './contract';

export class DeviceReporter {
  #told: { microphone: boolean; camera: boolean } | null = null;

  constructor(
    private readonly bridge: VigilBridge,
    private readonly devices: Devices,
  ) {}

  tell({ phase }: MeetingView): void {
    if (phase !== 'inside' && phase !== 'knocking') {
      this.#told = null;
      return;
    }
    const microphone = this.devices.sendsSound;
    const camera = this.devices.video !== null;
    if (this.#told?.microphone === microphone && this.#told.camera === camera) return;
    this.#told = { microphone, camera };
    void this.bridge.request['meeting:set-self'](this.#told);
  }
}
