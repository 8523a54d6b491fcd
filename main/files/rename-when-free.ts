/** Renames a file, also where a virus scanner, an index or a backup holds it for a moment, as happens on Windows. */
import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const HELD: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const PAUSES_MS = [10, 20, 40, 80, 150, 300, 500];

/** Throws what the last try threw. @param mayBeHeld elsewhere such an error is there to stay. */
export async function renameWhenFree(
  from: string,
  to: string,
  move: (from: string, to: string) => Promise<void> = rename,
  mayBeHeld: boolean = process.platform === 'win32',
): Promise<void> {
  for (const milliseconds of mayBeHeld ? PAUSES_MS : []) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      if (!HELD.has((error as NodeJS.ErrnoException).code)) throw error;
    }
    await pause(milliseconds);
  }
  await move(from, to);
}
