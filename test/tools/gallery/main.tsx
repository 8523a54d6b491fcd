import { createRoot } from 'react-dom/client';
import type { Actions, ViewModel } from '../../../renderer/state/view-model';
import type { IdentityCode } from '../../../renderer/state/actions/vault';
import { App } from '../../../renderer/ui/app';
import { identityCode, media } from './fixtures';
import { link, stateNamed, stateNames } from './states';

declare global {
  interface Window {
    galleryStates: readonly string[];
    /** From one state to another without opening the window anew. */
    galleryShow: (name: string) => void;
  }
}

let snapshot = stateNamed(location.hash.slice(1));
const listeners = new Set<() => void>();

// The gallery shows; it does nothing, and it has one link and one code to show.
const answers: Record<string | symbol, unknown> = {
  revealLink: link,
  identityCode: { kind: 'made', text: identityCode } satisfies IdentityCode,
};
const actionNames = new Map<string | symbol, () => unknown>();
const actions = new Proxy({} as Actions, {
  get: (_, name) => {
    const known = actionNames.get(name);
    const action = known ?? (() => (name in answers ? Promise.resolve(answers[name]) : undefined));
    actionNames.set(name, action);
    return action;
  },
});

const model: ViewModel = {
  subscribe: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: () => snapshot,
  actions,
  pictureShown: () => undefined,
  picturesAlike: () => undefined,
  screenShown: () => undefined,
  smallWindowShown: () => undefined,
  watchPaths: () => () => undefined,
  testOwnSound: () => () => undefined,
  scanCode: (listener) => {
    const { picture } = media.on;
    if (location.hash === '#verify-scan-failed') listener({ type: 'failed', reason: 'busy' });
    else listener({ type: 'picture', stream: picture });
    return () => undefined;
  },
  microphoneLevel: (listener) => {
    const timer = setInterval(() => {
      listener(0.5);
    }, 100);
    return () => {
      clearInterval(timer);
    };
  },
};

window.galleryStates = stateNames;
window.galleryShow = (name) => {
  snapshot = stateNamed(name);
  for (const listener of listeners) listener();
};
window.addEventListener('hashchange', () => {
  location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(<App model={model} />);
