/**
 * Whether everything goes through a proxy. It is needed before anything starts, so it lies beside the vault, readable:
 * `private-mode.json` in the profile folder, `{"version":1,"on":true,"proxy":"socks5://127.0.0.1:9050"}`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { VigilError } from '../../shared/errors';
import { writeAtomically } from '../files/atomic-file';
import { parseProxyAddress, proxyUrl, type ProxyAddress } from './proxy-address';

export type Choice =
  /** proxy: the one that was used last. */
  | { state: 'off'; proxy: ProxyAddress | null }
  | { state: 'on'; proxy: ProxyAddress }
  /** There is a file that says nothing certain: nothing may leave this computer. */
  | { state: 'damaged' };

const FILE = 'private-mode.json';

const fileSchema = z.strictObject({
  version: z.literal(1),
  on: z.boolean(),
  proxy: z.string().transform(parseProxyAddress),
});

/** Only where there is no file it is off by itself; whatever cannot be read or understood is damaged. */
export function readChoice(folder: string): Choice {
  try {
    const { on, proxy } = fileSchema.parse(JSON.parse(textOf(readFileSync(path.join(folder, FILE)))));
    return { state: on ? 'on' : 'off', proxy };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? { state: 'off', proxy: null } : { state: 'damaged' };
  }
}

/** Editors put a byte order mark before what they save, and some of them save UTF-16. */
function textOf(file: Uint8Array): string {
  const isUtf16 = file[0] === 0xff && file[1] === 0xfe;
  // The decoder takes the mark away.
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(file);
}

/** Throws VigilError private-mode-not-saved. */
export async function writeChoice(folder: string, on: boolean, proxy: ProxyAddress): Promise<void> {
  const text = `${JSON.stringify({ version: 1, on, proxy: proxyUrl(proxy) })}\n`;
  try {
    await writeAtomically(path.join(folder, FILE), new TextEncoder().encode(text));
  } catch {
    throw new VigilError('private-mode-not-saved');
  }
}
