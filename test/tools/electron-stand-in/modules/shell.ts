/** `shell`: opens with the desktop's own opener where there is a desktop, and otherwise nothing. */
import { execFile } from 'node:child_process';
import type Electron from 'electron';
import { isHeadless } from '../chromium';
import { verbose } from '../log';

function open(target: string): Promise<void> {
  verbose('open', target);
  if (isHeadless(process.env)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    execFile('xdg-open', [target], { timeout: 10_000 }, (error) => {
      if (error) reject(new Error('Failed to open'));
      else resolve();
    });
  });
}

export const shell = {
  openExternal: (url) => open(url),
  openPath: (path) =>
    open(path).then(
      () => '',
      (error: unknown) => String(error),
    ),
  showItemInFolder: () => undefined,
  beep: () => undefined,
} satisfies Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'>;
