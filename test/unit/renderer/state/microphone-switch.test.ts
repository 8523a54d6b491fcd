/** The person's own switch, turned from outside of the window. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaptureState } from '../../../../renderer/call/devices/devices';
import { MicrophoneSwitch } from '../../../../renderer/state/microphone-switch';

/** A microphone that starts when the test says so. */
class FakeDevices {
  microphone: CaptureState = { state: 'on', label: 'Headset' };
  isSilenced = false;
  readonly switched: boolean[] = [];
  #begin: (() => void)[] = [];

  setMicrophone(on: boolean): Promise<void> {
    this.switched.push(on);
    if (!on) this.microphone = { state: 'off' };
    else if (this.isSilenced) this.microphone = { state: 'silenced', label: 'Headset' };
    else {
      this.microphone = { state: 'starting' };
      return new Promise((resolve) => this.#begin.push(resolve));
    }
    return Promise.resolve();
  }

  async begins(as: CaptureState = { state: 'on', label: 'Headset' }): Promise<void> {
    if (this.microphone.state === 'starting') this.microphone = as;
    for (const begin of this.#begin.splice(0)) begin();
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

let devices: FakeDevices;
let isInside: boolean;
const told: { on: boolean; asked: boolean }[] = [];
let microphone: MicrophoneSwitch;

beforeEach(() => {
  devices = new FakeDevices();
  isInside = true;
  told.length = 0;
  microphone = new MicrophoneSwitch(
    {
      request: {
        'microphone:switched': (state) => {
          told.push(state);
          return Promise.resolve({ ok: true, value: undefined });
        },
      },
    },
    devices,
    () => isInside,
  );
});

describe('the switch of the microphone', () => {
  it('is turned as the person has it, whatever a headset does: a press with that muted mutes here', async () => {
    devices.microphone = { state: 'silenced', label: 'Headset' };
    devices.isSilenced = true;
    for (let press = 0; press < 3; press++) await microphone.turn(null);
    expect(devices.switched).toEqual([false, true, false]);
    expect(told).toEqual([
      { on: false, asked: true },
      { on: true, asked: true },
      { on: false, asked: true },
    ]);
  });

  it('is turned twice by two presses, and told once as it stands', async () => {
    devices.microphone = { state: 'off' };
    const presses = [microphone.turn(null), microphone.turn(null)];
    await devices.begins();
    await Promise.all(presses);
    expect(devices.switched).toEqual([true, false]);
    expect(told).toEqual([{ on: false, asked: true }]);
  });

  it('does what the tray says, however it stands', async () => {
    await microphone.turn(false);
    await microphone.turn(false);
    expect(devices.switched).toEqual([false, false]);
  });

  it('is told off where the microphone does not start', async () => {
    devices.microphone = { state: 'off' };
    const press = microphone.turn(null);
    await devices.begins({ state: 'failed', reason: 'busy' });
    await press;
    expect(told).toEqual([{ on: false, asked: true }]);
  });

  it('is not told as asked for what the person did in the window meanwhile, or for another meeting', async () => {
    devices.microphone = { state: 'off' };
    const press = microphone.turn(null);
    await devices.setMicrophone(false);
    await devices.begins();
    await press;
    const other = microphone.turn(null);
    isInside = false;
    await devices.begins();
    await other;
    expect(told).toEqual([]);
  });

  it('is told whenever it is another, and nothing is turned or told outside of a meeting', async () => {
    microphone.tell();
    devices.microphone = { state: 'silenced', label: 'Headset' };
    microphone.tell();
    devices.microphone = { state: 'off' };
    microphone.tell();
    isInside = false;
    microphone.tell();
    await microphone.turn(null);
    isInside = true;
    microphone.tell();
    expect(told.map(({ on }) => on)).toEqual([true, false, false]);
    expect(told.some(({ asked }) => asked)).toBe(false);
    expect(devices.switched).toEqual([]);
  });
});
