/** Whether somebody is who they say: what this person has compared, and with what result. */
import type { VigilBridge } from '../../../shared/ipc';
import type { CodeImage } from '../../qr/qr-image';
import type { KeyDecision } from '../contract';
import type { RunRequest } from './run-request';
import type { Notice } from '../notice';
import type { Comparing, Verification, VerifyTab } from '../verification';

export interface VerificationActions {
  openVerification: (peerId: string, tab?: VerifyTab) => void;
  /** All of them at once, by the group code. */
  verifyEveryone: () => void;
  closeVerification: () => void;
  chooseTab: (tab: VerifyTab) => void;
  copySafetyNumber: () => void;
  /** Looks into the clipboard, this once. */
  compareCopiedNumber: () => void;
  copyGroupCode: () => void;
  /** The person has compared the numbers. Not the same: main closes the link. */
  sayNumber: (same: boolean) => void;
  /** What a camera read. */
  takeScannedCode: (text: string) => void;
  /** The image stays on this computer. */
  takeCodeImage: (image: Blob) => void;
  /** Back from a code that settled nothing. */
  scanAgain: () => void;
  emoji: (act: 'start' | 'same' | 'differ' | 'cancel') => void;
  /** @param code as it was shown: main takes it only if it still is the code. */
  sayGroupIsSame: (code: readonly string[]) => void;
  decideKey: (peerId: string, as: KeyDecision) => void;
}

// Main takes no longer text, and no code of Vigil is near it.
const MAX_CODE_TEXT = 4096;

/** What of the snapshot these actions read and write. */
export interface VerificationStore {
  get: () => { verification: Verification | null };
  set: (change: { verification?: Verification | null; comparedGroupCode?: string; notice?: Notice }) => void;
}

export function createVerificationActions(
  { request }: VigilBridge,
  run: RunRequest,
  store: VerificationStore,
  readImage: (image: Blob) => Promise<CodeImage>,
): VerificationActions {
  const comparing = (): Comparing | null => {
    const { verification } = store.get();
    return verification?.step === 'comparing' ? verification : null;
  };
  /** An answer that comes after the dialog was closed, or turned to somebody else, changes nothing. */
  const change = (peerId: string, part: Partial<Comparing>): void => {
    const now = comparing();
    if (now?.peerId === peerId) store.set({ verification: { ...now, ...part } });
  };
  /** That they differ is told whatever is open by now. */
  const settle = (by: VerifyTab, { name, peerId }: Comparing, same: boolean): void => {
    if (same && comparing()?.peerId !== peerId) return;
    store.set({
      verification: same ? { step: 'same', peerId, name, by } : { step: 'differ', name, by },
    });
  };
  const takeScannedCode = (text: string): void => {
    const now = comparing();
    if (now === null) return;
    const { peerId } = now;
    if (text.length > MAX_CODE_TEXT) {
      change(peerId, { scanned: 'not-a-code' });
      return;
    }
    run(request['meeting:scanned-code']({ peerId, text }), (answer) => {
      // Main has acted on it already, so it is told even if the dialog was closed meanwhile.
      switch (answer.verdict) {
        case 'match':
        case 'no-match':
          settle('code', now, answer.verdict === 'match');
          break;
        case 'somebody-else':
          store.set({ verification: { step: 'somebody-else', comparing: now, belongsTo: answer.name } });
          break;
        case 'own-code':
        case 'not-a-code':
          change(peerId, { scanned: answer.verdict });
      }
    });
  };
  return {
    openVerification: (peerId, tab = 'emoji') => {
      run(request['meeting:safety-number']({ peerId }), ({ name, groups }) => {
        store.set({
          verification: {
            ...{ step: 'comparing', peerId, name, groups, tab, ownCode: null },
            ...{ scanned: 'nothing', copied: 'not-compared' },
          },
        });
        run(request['meeting:own-code']({ peerId }), ({ text }) => {
          change(peerId, { ownCode: text });
        });
      });
    },
    verifyEveryone: () => {
      store.set({ verification: { step: 'everyone' } });
    },
    closeVerification: () => {
      store.set({ verification: null });
    },
    chooseTab: (tab) => {
      const now = comparing();
      if (now) change(now.peerId, { tab, scanned: 'nothing', copied: 'not-compared' });
    },
    copySafetyNumber: () => {
      const now = comparing();
      if (now === null) return;
      run(request['meeting:copy-safety-number']({ peerId: now.peerId }), () => {
        store.set({ notice: { kind: 'done', what: 'number-copied' } });
      });
    },
    compareCopiedNumber: () => {
      const now = comparing();
      if (now === null) return;
      const { peerId } = now;
      run(request['meeting:compare-copied-number']({ peerId }), ({ verdict }) => {
        change(peerId, { copied: verdict });
      });
    },
    copyGroupCode: () => {
      run(request['meeting:copy-group-code'](undefined), () => {
        store.set({ notice: { kind: 'done', what: 'group-code-copied' } });
      });
    },
    sayNumber: (same) => {
      const now = comparing();
      if (now === null) return;
      run(request['meeting:compared-number']({ peerId: now.peerId, same }), () => {
        settle('number', now, same);
      });
    },
    takeScannedCode,
    takeCodeImage: (image) => {
      const now = comparing();
      if (now === null) return;
      void readImage(image).then((read) => {
        if (read.found === 'text') takeScannedCode(read.text);
        else change(now.peerId, { scanned: read.found === 'none' ? 'no-code-in-image' : 'image-unreadable' });
      });
    },
    scanAgain: () => {
      const { verification } = store.get();
      if (verification?.step === 'somebody-else') store.set({ verification: verification.comparing });
      else if (verification?.step === 'comparing') change(verification.peerId, { scanned: 'nothing' });
    },
    emoji: (act) => {
      const now = comparing();
      if (now === null) return;
      run(request['meeting:emoji']({ peerId: now.peerId, act }), () => {
        if (act === 'differ') settle('emoji', now, false);
      });
    },
    sayGroupIsSame: (code) => {
      run(request['meeting:compared-group']({ code: [...code] }), () => {
        store.set({ comparedGroupCode: code.join(' ') });
      });
    },
    decideKey: (peerId, as) => {
      run(request['meeting:decide-key']({ peerId, as }));
    },
  };
}
