/** A small moving picture in place of a camera: several apps share one slow computer. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { y4mOf } from '../media/files';

const MADE = { width: 320, height: 180, framesPerSecond: 10, seconds: 1 };

let file: string | undefined;

/** Readable by every user, until this process ends. */
export function smallPicture(): string {
  if (file !== undefined) return file;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-picture-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  chmodSync(folder, 0o755);
  file = path.join(folder, 'picture.y4m');
  writeFileSync(file, y4mOf(0, MADE));
  return file;
}
