/** Files that are offered and kept. Where they lie only main knows. */
import type { VigilBridge } from '../../../shared/ipc';
import { decodePicture } from '../arrived-picture';
import type { Store } from '../store';
import type { RunRequest } from './run-request';

export interface FileActions {
  /** Main asks which one. @param to a peer id; null: to all. */
  sendFile: (to: string | null) => void;
  /** Once the person has agreed. @param to as in sendFile. */
  offerDroppedFile: (file: File, to: string | null) => void;
  /** Main asks where to. */
  saveFile: (id: string) => void;
  /** Of one that has arrived. Null where it cannot be shown. To be closed by whoever asked. */
  lookAtFile: (id: string) => Promise<ImageBitmap | null>;
  declineFile: (id: string) => void;
  pauseFile: (id: string) => void;
  resumeFile: (id: string) => void;
  cancelFile: (id: string) => void;
}

export function createFileActions(bridge: VigilBridge, run: RunRequest, store: Store): FileActions {
  const { request } = bridge;
  const whileReading = <T>(asked: Promise<T>): Promise<T> => {
    store.set({ isReadingFile: true });
    return asked.finally(() => {
      store.set({ isReadingFile: false });
    });
  };
  return {
    sendFile: (to) => {
      if (!store.get().isReadingFile) run(whileReading(request['files:choose']({ to })));
    },
    offerDroppedFile: (file, to) => {
      if (!store.get().isReadingFile) run(whileReading(bridge.offerDroppedFile(file, to)));
    },
    saveFile: (id) => {
      run(request['files:save']({ id }));
    },
    lookAtFile: async (id) => {
      const answer = await request['files:look']({ id }).catch(() => null);
      const picture = answer?.ok === true ? answer.value.picture : null;
      return picture && decodePicture(picture.bytes);
    },
    declineFile: (id) => {
      run(request['files:decline']({ id }));
    },
    pauseFile: (id) => {
      run(request['files:pause']({ id }));
    },
    resumeFile: (id) => {
      run(request['files:resume']({ id }));
    },
    cancelFile: (id) => {
      run(request['files:cancel']({ id }));
    },
  };
}
