import { createRoot } from 'react-dom/client';
import type { Actions, Vigil } from '../../renderer/state/snapshot';
import { App } from '../../renderer/ui/app';
import { stateNamed, stateNames } from './states';

const snapshot = stateNamed(location.hash.slice(1));

// The gallery shows; it does nothing.
const actions = new Proxy({} as Actions, { get: () => () => undefined });

const vigil: Vigil = {
  subscribe: () => () => undefined,
  getSnapshot: () => snapshot,
  actions,
  pictureShown: () => undefined,
  microphoneLevel: (listener) => {
    const timer = setInterval(() => {
      listener(0.5);
    }, 100);
    return () => {
      clearInterval(timer);
    };
  },
};

Object.assign(window, { galleryStates: stateNames });
window.addEventListener('hashchange', () => {
  location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(<App vigil={vigil} />);
