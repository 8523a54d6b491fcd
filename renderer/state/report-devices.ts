/** Tells main what is really on, whenever that differs from what main was told last or believes. */
import type { VigilBridge } from '../../shared/ipc';
import type { Devices } from '../call/devices/devices';
import type { ScreenShare } from '../call/screen/screen-share';
import type { MeetingView, Share } from './contract';

export class DeviceReporter {
  #told: { microphone: boolean; camera: boolean; share: Share | null } | null = null;

  constructor(
    private readonly bridge: VigilBridge,
    private readonly devices: Devices,
    private readonly screen: Pick<ScreenShare, 'state'>,
  ) {}

  tell({ phase }: MeetingView): void {
    if (phase !== 'inside' && phase !== 'knocking') {
      this.#told = null;
      return;
    }
    const microphone = this.devices.sendsSound;
    const camera = this.devices.video !== null;
    const share = phase === 'inside' ? this.#share : null;
    const told = { microphone, camera, share };
    if (JSON.stringify(told) === JSON.stringify(this.#told)) return;
    this.#told = told;
    void this.bridge.request['meeting:set-self'](this.#told);
  }

  get #share(): Share | null {
    const { state } = this.screen;
    return state.state === 'on' ? { source: state.source, paused: state.isPaused } : null;
  }
}
