/** Microphone, camera and speaker, as a person switches and tries them. */
import type { Devices } from '../../call/devices/devices';
import { playTestSound } from '../../call/devices/test-sound';
import type { Store } from '../store';

export interface DeviceActions {
  setMicrophone: (on: boolean) => void;
  setCamera: (on: boolean) => void;
  retryDevices: () => void;
  playTestSound: () => void;
}

export function createDeviceActions(store: Store, devices: Devices): DeviceActions {
  return {
    setMicrophone: (on) => {
      void devices.setMicrophone(on);
    },
    setCamera: (on) => {
      void devices.setCamera(on);
    },
    retryDevices: () => {
      if (devices.camera.state === 'failed') void devices.restart('video');
      if (devices.microphone.state === 'failed') void devices.restart('audio');
    },
    playTestSound: () => {
      void playTestSound(store.get().app?.settings.speakerId ?? null);
    },
  };
}
