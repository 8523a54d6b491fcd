/** Recording for oneself, and answering those who do. */
import type { OpenedRecording, VigilBridge } from '../../../shared/ipc';
import type { Devices } from '../../call/devices/devices';
import type { ScreenShare } from '../../call/screen/screen-share';
import type { ErrorCode } from '../contract';
import type { RecordingFollower } from '../follow-recording';
import type { RecordingChoice } from '../recording';
import type { Store } from '../store';

/** cancelled: the person chose no place. */
export type RecordAnswer = { kind: 'begun' } | { kind: 'cancelled' } | { kind: 'failed'; code: ErrorCode };
export type OpenRecordingAnswer =
  { kind: 'opened'; end: OpenedRecording } | { kind: 'failed'; code: ErrorCode };

export interface RecordingActions {
  /** Main asks where to, and tells everybody. @param passphrase null: the file is not encrypted. */
  record: (choice: RecordingChoice, passphrase: string | null) => Promise<RecordAnswer>;
  /** Also one that has not begun. */
  stopRecording: () => void;
  dismissRecordingEnd: () => void;
  /** The recorder is told that this person knows. dark: once microphone and camera are off. */
  answerRecording: (peerId: string, number: number, answer: 'stay' | 'dark') => void;
  /** Nothing is sent any more; nobody is told why. */
  goDark: () => void;
  openRecording: (passphrase: string) => Promise<OpenRecordingAnswer>;
}

interface Parts {
  follower: RecordingFollower;
  devices: Pick<Devices, 'setMicrophone' | 'setCamera'>;
  screen: Pick<ScreenShare, 'state' | 'pause' | 'stop'>;
}

export function createRecordingActions(
  { request }: Pick<VigilBridge, 'request'>,
  store: Store,
  { follower, devices, screen }: Parts,
): RecordingActions {
  const dark = async (): Promise<void> => {
    // One that is only being chosen would begin unpaused.
    if (screen.state.state === 'starting') screen.stop();
    else screen.pause(true);
    await Promise.all([devices.setMicrophone(false), devices.setCamera(false)]);
  };
  const internal = { kind: 'failed', code: 'internal' } as const;
  return {
    record: async (choice, passphrase) => {
      follower.choose(choice);
      store.set({ recording: { state: 'off', last: null } });
      const answer = await request['recording:begin']({ passphrase }).catch(() => null);
      if (!answer) return internal;
      if (!answer.ok) return { kind: 'failed', code: answer.code };
      return { kind: answer.value.begun ? 'begun' : 'cancelled' };
    },
    stopRecording: () => {
      follower.stop();
    },
    dismissRecordingEnd: () => {
      store.set({ recording: { state: 'off', last: null } });
    },
    answerRecording: (peerId, number, answer) => {
      void (async () => {
        if (answer === 'dark') await dark();
        await request['recording:answer']({ peerId, number });
      })().catch(() => undefined);
    },
    goDark: () => {
      void dark().catch(() => undefined);
    },
    openRecording: async (passphrase) => {
      const answer = await request['recording:open']({ passphrase }).catch(() => null);
      if (!answer) return internal;
      return answer.ok ? { kind: 'opened', end: answer.value.end } : { kind: 'failed', code: answer.code };
    },
  };
}
