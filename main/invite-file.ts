/** Files that hold one invite link as text, named `….vigil`: opened as if the link had been pasted. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** How their names end. */
export const INVITE_FILE = 'vigil';
const NAME = /\.vigil$/i;
/** In bytes: the longest link is a tenth of that. */
export const MAX_INVITE_FILE_LENGTH = 16_384;

/**
 * The first argument that names an invite file, as an absolute path; null if none does.
 * @param argv a path or a `file:` address each, as file managers hand them over.
 * @param folder where relative paths begin.
 */
export function findInviteFile(argv: readonly string[], folder: string): string | null {
  for (const argument of argv) {
    const named = pathOf(argument);
    if (named !== null && NAME.test(named)) return path.resolve(folder, named);
  }
  return null;
}

/** Null for what is no path of this computer. */
function pathOf(argument: string): string | null {
  if (/^(?:-|(?!file:)[a-z][a-z\d+.-]+:)/i.test(argument)) return null;
  try {
    const named = /^file:/i.test(argument) ? ofAddress(new URL(argument)) : argument;
    return named?.includes('\0') === false ? named : null;
  } catch {
    return null;
  }
}

const ofAddress = (address: URL): string | null => (address.host === '' ? fileURLToPath(address) : null);

/** Its text; null where it cannot be read, is no regular file, longer than allowed or no UTF-8. Never throws. */
export async function readInviteFile(file: string): Promise<string | null> {
  try {
    // A pipe in place of a file would otherwise keep whoever opens it waiting. Windows has no such flag, nor pipes.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return null;
      const bytes = new Uint8Array(MAX_INVITE_FILE_LENGTH + 1);
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      if (bytesRead > MAX_INVITE_FILE_LENGTH) return null;
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytesRead)).trim();
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
