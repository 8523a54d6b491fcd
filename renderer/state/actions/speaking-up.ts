/** Chat, hands, reactions, and who may write and be heard. Main checks every right again. */
import type { VigilBridge } from '../../../shared/ipc';
import { shownChat } from '../chat';
import type { Reaction, Written } from '../contract';
import type { DoneThing } from '../notice';
import type { Store } from '../store';
import type { RunRequest } from './run-request';

export interface SpeakingUpActions {
  showChat: (isOpen: boolean) => void;
  /** Says why, if it is not written. @param to a peer id; null: to all. */
  writeMessage: (text: string, to: string | null) => Promise<Written>;
  copyMessage: (id: string) => void;
  /** Once the person was told the host. @param id the message where the address stands. */
  openPage: (id: string, address: string) => void;
  copyAddress: (id: string, address: string) => void;
  pauseChat: (on: boolean) => void;
  raiseHand: (up: boolean) => void;
  lowerHand: (peerId: string) => void;
  react: (reaction: Reaction) => void;
  silence: (peerId: string, on: boolean) => void;
  /** All but hosts, co-hosts and these. */
  silenceAll: (floor: readonly string[]) => void;
  endSilence: () => void;
  answerSilences: (count: boolean) => void;
}

export function createSpeakingUpActions(
  { request }: VigilBridge,
  run: RunRequest,
  store: Store,
): SpeakingUpActions {
  const tellDone = (what: DoneThing) => (): void => {
    store.set({ notice: { kind: 'done', what } });
  };
  return {
    showChat: (isOpen) => {
      store.set({ chat: shownChat(store.get().chat, isOpen) });
    },
    writeMessage: async (text, to) => {
      const answer = await request['chat:write']({ text, to });
      if (answer.ok) return answer.value;
      return { ok: false, why: answer.code === 'bad-request' ? 'too-long' : 'not-delivered' };
    },
    copyMessage: (id) => {
      run(request['chat:copy']({ id }), tellDone('message-copied'));
    },
    openPage: (id, address) => {
      run(request['chat:open-page']({ id, address }));
    },
    copyAddress: (id, address) => {
      run(request['chat:copy-address']({ id, address }), tellDone('address-copied'));
    },
    pauseChat: (on) => {
      run(request['chat:pause']({ on }));
    },
    raiseHand: (up) => {
      run(request['hand:raise']({ up }));
    },
    lowerHand: (peerId) => {
      run(request['hand:lower']({ peerId }));
    },
    react: (reaction) => {
      run(request['reaction:show']({ reaction }));
    },
    silence: (peerId, on) => {
      run(request['silence:one']({ peerId, on }));
    },
    silenceAll: (floor) => {
      run(request['silence:all']({ floor: [...floor] }));
    },
    endSilence: () => {
      run(request['silence:end'](undefined));
    },
    answerSilences: (count) => {
      run(request['silence:answer']({ count }));
    },
  };
}
