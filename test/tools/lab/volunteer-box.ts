/** A volunteer's computer on the lab's internet: what one command makes of it, and what it has kept in the end. */
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../scripts/paths.mjs';
import type { Network } from './network';

const START_LIMIT_MS = 45_000;
const END_LIMIT_MS = 15_000;
/** It runs as this user, as whom nothing else of the lab does: whatever belongs to it afterwards, it has written. */
const USER = 'nobody';
/** Where a Debian lets any user write. */
const WRITABLE = [os.tmpdir(), '/var', '/run', '/dev/shm'];

/** As the command has them unless told otherwise. */
export const ports = { relay: 8443, turn: 3478, tls: 443 } as const;

export interface VolunteerBox {
  address: string;
  text: string;
  /** For a browser that cannot ask the app: SHA-256 of the certificate's public key, in base64. */
  publicKeyHash: string;
  /** Every file on this computer that it has written by now. */
  files: () => ReadonlyMap<string, Buffer>;
  /** Every line that it has printed by now. */
  lines: readonly string[];
  /** As its volunteer ends it. */
  end: () => Promise<void>;
  kill: () => void;
}

/** What goes away meanwhile is not kept. */
function filesSince(marker: string): Map<string, Buffer> {
  const argv = [...WRITABLE, '-xdev', '-user', USER, '-type', 'f', '-newer', marker, '-print0'];
  const { stdout } = spawnSync('find', argv, { encoding: 'utf8' });
  const files = stdout.split('\0').filter((file) => file !== '' && existsSync(file));
  return new Map(files.map((file) => [file, readFileSync(file)]));
}

export async function startVolunteerAt(network: Network, address: string): Promise<VolunteerBox> {
  const place = mkdtempSync(path.join(os.tmpdir(), 'vigil-lab-volunteer-'));
  const [marker, state] = [path.join(place, 'begun'), path.join(place, 'state')];
  writeFileSync(marker, '');
  // It makes its own folder in there.
  chmodSync(place, 0o777);
  const argv = ['test/tools/scripts/volunteer.mjs', '--host', address, '--user', USER, '--state', state];
  const child = network.start('internet', [process.execPath, ...argv], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('the volunteer has no output');
  const lines: string[] = [];
  const kill = (): void => {
    child.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true, maxRetries: 20 });
  };
  const text = await new Promise<string>((resolve, reject) => {
    const fail = (): void => {
      reject(new Error(`the volunteer's server did not start: ${lines.join(' ')}`));
    };
    const timer = setTimeout(fail, START_LIMIT_MS);
    child.once('exit', fail);
    for (const output of [stdout, stderr])
      createInterface(output).on('line', (line) => {
        lines.push(line);
        if (!line.startsWith('vigil-volunteer:')) return;
        clearTimeout(timer);
        child.off('exit', fail);
        resolve(line.trim());
      });
  }).catch((error: unknown) => {
    kill();
    throw error;
  });
  const { publicKey } = new X509Certificate(readFileSync(path.join(state, 'certificate.pem')));
  const publicKeyHash = createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
  return {
    ...{ address, text, publicKeyHash, lines, kill },
    files: () => filesSince(marker),
    end: async () => {
      const closed = once(child, 'close', { signal: AbortSignal.timeout(END_LIMIT_MS) });
      child.kill('SIGTERM');
      await closed;
    },
  };
}
