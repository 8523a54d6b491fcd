/** News of releases of Vigil: main asks, checks and keeps; what becomes of it the view of the app says. */
import type { VigilBridge } from '../../../shared/ipc';
import type { RunRequest } from './run-request';

export interface ReleaseActions {
  /** Main asks which file. */
  openReleaseFile: () => void;
  askReleasePage: (address: string) => void;
  /** @param peerId of whom the meeting's view says that they have news. */
  askMemberForRelease: (peerId: string) => void;
  /** Main asks where to. @param name of a file of the newest release. @param address of it, or of its folder. */
  getRelease: (name: string, address: string) => void;
  stopRelease: () => void;
  /** Main asks which file. */
  checkReleaseFile: () => void;
  showRelease: () => void;
}

export function createReleaseActions({ request }: VigilBridge, run: RunRequest): ReleaseActions {
  return {
    openReleaseFile: () => {
      run(request['releases:open-file'](undefined));
    },
    askReleasePage: (address) => {
      run(request['releases:ask-page']({ address }));
    },
    askMemberForRelease: (peerId) => {
      run(request['releases:ask-member']({ peerId }));
    },
    getRelease: (name, address) => {
      run(request['releases:get']({ name, address }));
    },
    stopRelease: () => {
      run(request['releases:stop'](undefined));
    },
    checkReleaseFile: () => {
      run(request['releases:check-file'](undefined));
    },
    showRelease: () => {
      run(request['releases:show'](undefined));
    },
  };
}
