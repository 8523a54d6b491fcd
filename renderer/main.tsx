import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { VigilBridge } from '../shared/ipc';
import { createVigil } from './state/vigil';
import { App } from './ui/app';

declare global {
  interface Window {
    readonly vigil: VigilBridge;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App vigil={createVigil(window.vigil)} />
  </StrictMode>,
);
