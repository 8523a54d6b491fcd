import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { VigilBridge } from '../shared/ipc';
import { speak } from './locales';
import { createViewModel } from './state/view-model';
import { App } from './ui/app';
import { leaveKeysToInputMethod } from './ui/composing';

declare global {
  interface Window {
    readonly vigil: VigilBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
// First of all that listens.
leaveKeysToInputMethod(window);
// What main knows is asked for while the words are read.
const model = createViewModel(window.vigil);
void speak('').then(() => {
  createRoot(root).render(
    <StrictMode>
      <App model={model} />
    </StrictMode>,
  );
});
