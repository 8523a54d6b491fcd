/** `clipboard`, the app's own: it does not reach the desktop's. */
import type Electron from 'electron';

let text = '';

export const clipboard = {
  readText: () => Promise.resolve(text),
  writeText: (written) => {
    text = written;
    return Promise.resolve();
  },
  clear: () => {
    text = '';
  },
  has: (mimetype) => Promise.resolve(mimetype === 'text/plain' && text !== ''),
} satisfies Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear' | 'has'>;
