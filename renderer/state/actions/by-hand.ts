/** Passing an invitation and its answer by hand, and reading either from an image. */
import type { VigilBridge } from '../../../shared/ipc';
import type { CodeImage } from '../../qr/qr-image';
import { MAX_PASTED_LENGTH, type ErrorCode, type HandInvitationView, type MeetingView } from '../contract';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';
import type { ByHandDialogState } from '../snapshot';

export interface ByHandActions {
  /** Shows the invitation that is under way, or makes one. */
  openByHand: () => void;
  anotherByHand: () => void;
  closeByHand: () => void;
  /** Takes the invitation back. */
  endHandInvitation: (id: string) => void;
  giveHandAnswer: (text: string) => void;
  giveHandAnswerImage: (image: Blob) => void;
  clearHandProblem: () => void;
  /** @param id an invitation's; null: the own answer. */
  copyHandText: (id: string | null) => void;
  /** A link or an invitation in an image, which stays on this computer. */
  openLinkImage: (image: Blob) => void;
}

interface ByHandStore {
  get: () => { meeting: MeetingView; handDialog: ByHandDialogState | null };
  set: (change: {
    handDialog?: ByHandDialogState | null;
    notice?: Notice;
    linkError?: ErrorCode | null;
  }) => void;
}

export function createByHandActions(
  { request }: VigilBridge,
  run: RunRequest,
  store: ByHandStore,
  readImage: (image: Blob) => Promise<CodeImage>,
): ByHandActions {
  const change = (part: Partial<ByHandDialogState>): void => {
    const { handDialog } = store.get();
    if (handDialog) store.set({ handDialog: { ...handDialog, ...part } });
  };
  const anotherByHand = (): void => {
    run(request['meeting:hand-invite'](undefined), ({ id }) => {
      store.set({ handDialog: { id, problem: null } });
    });
  };
  const giveHandAnswer = (text: string): void => {
    void request['meeting:hand-answered']({ text: text.slice(0, MAX_PASTED_LENGTH) }).then((answer) => {
      change(answer.ok ? { id: answer.value.id, problem: null } : { problem: answer.code });
    });
  };
  return {
    openByHand: () => {
      const { meeting } = store.get();
      const live = meeting.phase === 'inside' ? meeting.byHand.invitations.findLast(isUnderWay) : undefined;
      if (live) store.set({ handDialog: { id: live.id, problem: null } });
      else anotherByHand();
    },
    anotherByHand,
    closeByHand: () => {
      store.set({ handDialog: null });
    },
    endHandInvitation: (id) => {
      run(request['meeting:hand-end']({ id }), () => {
        store.set({ handDialog: null });
      });
    },
    giveHandAnswer,
    giveHandAnswerImage: (image) => {
      void readImage(image).then((read) => {
        if (read.found === 'text') giveHandAnswer(read.text);
        else change({ problem: problemOf(read) });
      });
    },
    clearHandProblem: () => {
      change({ problem: null });
    },
    copyHandText: (id) => {
      run(request['meeting:hand-copy']({ id }), () => {
        store.set({ notice: { kind: 'done', what: 'hand-text-copied' } });
      });
    },
    openLinkImage: (image) => {
      void readImage(image).then(async (read) => {
        if (read.found !== 'text') {
          store.set({ linkError: problemOf(read) });
          return;
        }
        const answer = await request['meeting:open-link']({ text: read.text });
        store.set({ linkError: answer.ok ? null : answer.code });
      });
    },
  };
}

function problemOf({ found }: Exclude<CodeImage, { found: 'text' }>): ErrorCode {
  return found === 'none' ? 'image-no-code' : 'image-unreadable';
}

function isUnderWay({ state }: HandInvitationView): boolean {
  return state === 'preparing' || state === 'waiting' || state === 'connecting';
}
