/** Microphone, camera and speaker, as a person switches and tries them. */
import type { OwnPicture } from '../../call/background/own-picture';
import type { Devices } from '../../call/devices/devices';
import { playTestSound } from '../../call/devices/test-sound';
import type { Store } from '../store';

export interface DeviceActions {
  setMicrophone: (on: boolean) => void;
  setCamera: (on: boolean) => void;
  retryDevices: () => void;
  playTestSound: () => void;
  /** To be seen behind oneself. @returns whether it can be shown. */
  chooseOwnPicture: (file: File) => Promise<boolean>;
}

export function createDeviceActions(store: Store, devices: Devices, ownPicture: OwnPicture): DeviceActions {
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
    chooseOwnPicture: async (file) => {
      if (!(await ownPicture.choose(file))) return false;
      const { media } = store.get();
      store.set({ media: { ...media, hasOwnPicture: true } });
      await devices.renewPicture();
      return true;
    },
    playTestSound: () => {
      void playTestSound(store.get().app?.settings.speakerId ?? null);
    },
  };
}
