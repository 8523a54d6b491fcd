/** What concerns who is in the meeting: the door, the rights, the end. Main checks every right again. */
import type { VigilBridge } from '../../../shared/ipc';
import type { Ask } from '../contract';
import type { RunRequest } from './run-request';

export interface ModerationActions {
  admit: (knockId: string) => void;
  deny: (knockId: string) => void;
  /** Declines, and asks about this key no more. */
  block: (knockId: string) => void;
  /** Sends somebody away for good. */
  remove: (peerId: string) => void;
  /** On: a person decides about each newcomer. */
  setLobby: (on: boolean) => void;
  /** On: nobody new comes in. */
  setLock: (on: boolean) => void;
  setCoHost: (peerId: string, on: boolean) => void;
  /** In the large place for everyone. */
  spotlight: (peerId: string) => void;
  endSpotlight: () => void;
  replaceLink: () => void;
  /** Asks everybody to end the meeting, and leaves. */
  endForAll: () => void;
  /** Goes on in a new meeting and asks these people to come along. */
  continueElsewhere: (peerIds: readonly string[]) => void;
  answerAsk: (kind: Ask['kind'], yes: boolean) => void;
}

export function createModerationActions(
  { request }: VigilBridge,
  run: RunRequest,
  tellDone: (what: 'link-replaced' | 'saved') => void,
): ModerationActions {
  return {
    admit: (knockId) => {
      run(request['meeting:admit']({ knockId }));
    },
    deny: (knockId) => {
      run(request['meeting:deny']({ knockId }));
    },
    block: (knockId) => {
      run(request['meeting:block']({ knockId }));
    },
    remove: (peerId) => {
      run(request['meeting:remove']({ peerId }));
    },
    setLobby: (on) => {
      run(request['meeting:set-lobby']({ on }));
    },
    setLock: (on) => {
      run(request['meeting:set-lock']({ on }));
    },
    setCoHost: (peerId, on) => {
      run(request['meeting:set-co-host']({ peerId, on }));
    },
    spotlight: (peerId) => {
      run(request['meeting:spotlight']({ peerId }));
    },
    endSpotlight: () => {
      run(request['meeting:end-spotlight'](undefined));
    },
    replaceLink: () => {
      run(request['meeting:replace-link'](undefined), () => {
        tellDone('link-replaced');
      });
    },
    endForAll: () => {
      run(request['meeting:end-for-all'](undefined));
    },
    continueElsewhere: (peerIds) => {
      run(request['meeting:continue']({ peerIds: [...peerIds] }));
    },
    answerAsk: (kind, yes) => {
      run(request['meeting:answer-ask']({ kind, yes }), () => {
        if (kind === 'next' && yes) tellDone('saved');
      });
    },
  };
}
