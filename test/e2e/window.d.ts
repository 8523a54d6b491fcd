import type { VigilBridge } from '../../shared/ipc';

declare global {
  interface Window {
    readonly vigil: VigilBridge;
  }
}
