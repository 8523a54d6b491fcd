/** A folder that is gone when this process is, however it ended. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cleanUpAfterMe } from './keeper';

/** Short names: Chromium puts a socket inside, and a socket's path has at most 107 bytes. */
export function temporaryFolder(purpose: string, atEnd: (cleanup: () => void) => void): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `vigil-${purpose}-`));
  cleanUpAfterMe(0, [folder]);
  atEnd(() => {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  return folder;
}
