/** The vault under what happens to files: killed writers, a full disk, damage, and thieves. */
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Vault } from '../../../../main/vault/vault';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { keyStore, locksmith } from '../../../support/world/vault';
import { master, PASSPHRASE } from './vault-child/keys';

beforeAll(cryptoReady);

const child = (name: string): string => fileURLToPath(new URL(`vault-child/${name}.ts`, import.meta.url));
const open = (): Promise<Vault> => Vault.open(folder, locksmith(keyStore(master)));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-vault-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Lets a child write from `first` on; kills it `delayMs` after write `killAfter`. The last write it told of. */
async function writeAndKill(first: number, killAfter: number, delayMs: number): Promise<number> {
  const writer = spawn(
    process.execPath,
    ['--import', 'tsx', child('write'), folder, String(first), String(killAfter + 1000)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let told = first - 1;
  let isDue = false;
  const ended = new Promise<void>((resolve) => {
    writer.once('close', () => {
      resolve();
    });
  });
  createInterface(writer.stdout).on('line', (line) => {
    told = Number(line);
    if (told < killAfter || isDue) return;
    isDue = true;
    setTimeout(() => writer.kill('SIGKILL'), delayMs);
  });
  await ended;
  expect(writer.signalCode).toBe('SIGKILL');
  return told;
}

describe('a vault whose writer is killed', () => {
  it.each(['without a passphrase', 'with one'])(
    'holds the last write or the one under way, over 500 writes (%s)',
    { timeout: 60_000 },
    async (kind) => {
      const vault = await open();
      if (kind === 'with one') await vault.setPassphrase(null, PASSPHRASE);
      const identity = vault.identitySeed;
      const random = seeded(kind.length);
      let written = 0;
      let kills = 0;
      while (written < 500) {
        const killAfter = written + 25 + Math.floor(random() * 60);
        const told = await writeAndKill(written + 1, killAfter, random() * 4);
        const found = await open();
        if (kind === 'with one') await found.unlock(PASSPHRASE);
        expect(found.view.state).toBe('ready');
        expect([String(told), String(told + 1)]).toContain(found.settings.name);
        expect(found.identitySeed).toEqual(identity);
        expect(await readdir(folder)).toEqual(['vault']);
        written = Number(found.settings.name);
        kills++;
      }
      expect(kills).toBeGreaterThan(4);
    },
  );
});

describe('a vault on a full disk', () => {
  const canMount = process.platform === 'linux' && process.getuid?.() === 0;

  // Skipped elsewhere: a small disk of its own needs root and mount namespaces.
  it.skipIf(!canMount)('says that it could not save, and keeps what was there', async () => {
    const script = 'mount -t tmpfs -o size=64k tmpfs "$1" && exec "$2" --import tsx "$3" "$1"';
    const { stdout } = await promisify(execFile)('unshare', [
      ...['--mount', 'sh', '-c', script, 'sh'],
      ...[folder, process.execPath, child('full-disk')],
    ]);
    expect(JSON.parse(stdout)).toEqual({
      whileFull: 'vault-write-failed',
      passphraseWhileFull: 'vault-write-failed',
      inMemory: 'before',
      onDisk: 'before',
      viewWhileFull: { state: 'ready', protection: 'key-store', passphrase: false },
      afterwards: 'saved',
      atLast: 'afterwards',
    });
  });
});

/** What becomes of a file that is not as it was written: told of, and kept as it is. */
async function expectToldAndKept(spoiled: Uint8Array): Promise<void> {
  const file = path.join(folder, 'vault');
  await writeFile(file, spoiled);
  const vault = await open();
  const { view } = vault;
  const kept = view.state === 'set-aside' ? path.join(folder, view.keptAs) : file;
  if (view.state === 'memory-only') expect(['key-refused', 'newer-version']).toContain(view.reason);
  else expect(view).toMatchObject({ state: 'set-aside', reason: 'damaged' });
  expect(new Uint8Array(await readFile(kept))).toEqual(new Uint8Array(spoiled));
  await rm(kept);
}

describe.each(['without a passphrase', 'with one'])('a damaged vault (%s)', (kind) => {
  let file: Uint8Array;
  beforeEach(async () => {
    const vault = await open();
    if (kind === 'with one') await vault.setPassphrase(null, PASSPHRASE);
    file = new Uint8Array(await readFile(path.join(folder, 'vault')));
  });

  it('is never taken for an empty one: a bit flipped in every byte', { timeout: 60_000 }, async () => {
    for (let index = 0; index < file.length; index++) {
      await expectToldAndKept(file.map((byte, at) => (at === index ? byte ^ (1 << (index % 8)) : byte)));
    }
  });

  it('nor cut off: at every length of the head, and sampled after it', { timeout: 60_000 }, async () => {
    const lengths = Array.from({ length: file.length }, (_, index) => index);
    for (const length of lengths.filter((each) => each < 200 || each % 16 < 2 || each > file.length - 40)) {
      await expectToldAndKept(file.slice(0, length));
    }
  });

  it('nor a foreign file', async () => {
    const foreign = ['{"identity": "somebody"}', 'VIGILVLT', 'VIGILIDN\u0001', 'x'.repeat(100_000)];
    for (const text of foreign) await expectToldAndKept(new TextEncoder().encode(text));
    await expectToldAndKept(new Uint8Array(4096));
    await expectToldAndKept(Uint8Array.of(...file, 0));
  });
});
