/** The person's own switch of the microphone: what they chose, whatever a headset or the system does to it. */
import type { VigilBridge } from '../../shared/ipc';
import type { Devices } from '../call/devices/devices';
import { isSwitchedOn } from './switched-on';

export class MicrophoneSwitch {
  #told: boolean | null = null;
  #turns = 0;

  constructor(
    private readonly bridge: { request: Pick<VigilBridge['request'], 'microphone:switched'> },
    private readonly devices: Pick<Devices, 'microphone' | 'setMicrophone'>,
    private readonly isInside: () => boolean,
  ) {}

  /** Main asks. It is told once what came of it: of turns that follow one another so fast, of the last. */
  async turn(on: boolean | null): Promise<void> {
    if (!this.isInside()) return;
    const turn = ++this.#turns;
    const wanted = on ?? !isSwitchedOn(this.devices.microphone);
    await this.devices.setMicrophone(wanted);
    const { microphone } = this.devices;
    // Whoever has switched it in the window meanwhile has seen it there.
    const isOfThis = isSwitchedOn(microphone) === wanted || microphone.state === 'failed';
    if (turn === this.#turns && isOfThis && this.isInside()) this.#report(true);
  }

  /** Something about devices or the meeting is another. */
  tell(): void {
    if (!this.isInside()) this.#told = null;
    else if (this.#told !== isSwitchedOn(this.devices.microphone)) this.#report(false);
  }

  #report(asked: boolean): void {
    this.#told = isSwitchedOn(this.devices.microphone);
    void this.bridge.request['microphone:switched']({ on: this.#told, asked });
  }
}
