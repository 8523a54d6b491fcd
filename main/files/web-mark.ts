/**
 * The mark by which a system asks before it runs what came from elsewhere. It says that the file did, never whence. No
 * Linux system asks, and what browsers write there is an address that would tell more than it protects.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Internet, without an address. */
const ZONE = '[ZoneTransfer]\r\nZoneId=3\r\n';
/** Flags of a download that nobody has looked at; no time and no origin. */
const QUARANTINE = '0081;00000000;Vigil;';
const XATTR = '/usr/bin/xattr';

export type Marking =
  | { by: 'stream'; file: string; contents: string }
  | { by: 'program'; program: string; args: string[] }
  | { by: 'none' };

/** How a file is marked on this system. */
export function markingOf(file: string, platform: NodeJS.Platform): Marking {
  if (platform === 'win32') return { by: 'stream', file: `${file}:Zone.Identifier`, contents: ZONE };
  if (platform !== 'darwin') return { by: 'none' };
  return { by: 'program', program: XATTR, args: ['-w', 'com.apple.quarantine', QUARANTINE, file] };
}

/** A disk that holds no such marks, as most sticks do, is no reason to lose the file. */
export async function markAsFromWeb(file: string): Promise<void> {
  const marking = markingOf(file, process.platform);
  try {
    if (marking.by === 'stream') await writeFile(marking.file, marking.contents);
    else if (marking.by === 'program') await promisify(execFile)(marking.program, marking.args);
  } catch {
    // FAT and some network disks.
  }
}
