/**
 * Fetches Electron's binary, which npm leaves to the first use. A fetch that fails, or makes no progress for a
 * minute, counts as not to be had and is not tried again for an hour.
 */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, packageScript } from './paths.mjs';
import { atExit, endGroup } from './processes.mjs';
import { say } from './say.mjs';

const WITHOUT_PROGRESS_MS = 60_000;
const LOOK_EVERY_MS = 1_000;
const RETRY_AFTER_MS = 60 * 60_000;
const failureFile = path.join(cacheDir, 'electron-not-fetched');

/** @returns {string | undefined} Electron's executable, once fetched */
export function electronExecutable() {
  const nameFile = packageScript('electron/path.txt');
  if (!existsSync(nameFile)) return undefined;
  const executable = packageScript(path.join('electron', 'dist', readFileSync(nameFile, 'utf8')));
  return existsSync(executable) ? executable : undefined;
}

/** @param {string} folder */
function sizeOf(folder) {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) size += statSync(path.join(entry.parentPath, entry.name)).size;
    }
  } catch {
    // A file or folder that was just removed: the next look counts again.
  }
  return size;
}

/**
 * Runs a fetching script until it ends or stalls.
 * @param {string[]} args for this Node
 * @param {string[]} watched folders that grow while it makes progress, beside its temporary folder
 * @param {number} withoutProgressMs
 * @returns {Promise<{ ok: true } | { ok: false, why: 'failed' | 'stalled' }>}
 */
export function fetchUntilStalled(args, watched, withoutProgressMs = WITHOUT_PROGRESS_MS) {
  return new Promise((resolve) => {
    const temporary = mkdtempSync(path.join(os.tmpdir(), 'vigil-fetch-'));
    const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
    // Electron's own installer takes this for the place to unpack to.
    delete (/** @type {NodeJS.ProcessEnv} */ (env)['ELECTRON_OVERRIDE_DIST_PATH']);
    const child = spawn(process.execPath, args, {
      env,
      stdio: 'ignore',
      detached: process.platform !== 'win32',
    });
    let stalled = false;
    let lastSize = -1;
    let lastGrowth = Date.now();
    const look = setInterval(
      () => {
        const size = [temporary, ...watched].reduce((sum, folder) => sum + sizeOf(folder), 0);
        if (size !== lastSize) lastGrowth = Date.now();
        lastSize = size;
        if (Date.now() - lastGrowth < withoutProgressMs) return;
        stalled = true;
        endGroup(child, 'SIGKILL');
      },
      Math.min(LOOK_EVERY_MS, withoutProgressMs / 4),
    );
    const cleanUp = () => {
      endGroup(child, 'SIGKILL');
      rmSync(temporary, { recursive: true, force: true, maxRetries: 20 });
    };
    const forget = atExit(cleanUp);
    /** @param {boolean} ok */
    const done = (ok) => {
      clearInterval(look);
      forget();
      cleanUp();
      resolve(ok ? { ok } : { ok, why: stalled ? 'stalled' : 'failed' });
    };
    child.once('error', () => {
      done(false);
    });
    child.once('exit', (code) => {
      done(code === 0);
    });
  });
}

function failedLately() {
  try {
    return Date.now() - statSync(failureFile).mtimeMs < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}

/**
 * Fetches Electron's binary unless it is there.
 * @returns {Promise<{ ok: true, executable: string } | { ok: false, why: string }>}
 */
export async function ensureElectron() {
  const present = electronExecutable();
  if (present !== undefined) return { ok: true, executable: present };
  if (failedLately()) return { ok: false, why: 'its binary could not be fetched within the last hour' };
  return withLock(path.join(cacheDir, 'electron.lock'), async () => {
    const fetchedMeanwhile = electronExecutable();
    if (fetchedMeanwhile !== undefined) return { ok: true, executable: fetchedMeanwhile };
    if (failedLately()) return { ok: false, why: 'its binary could not be fetched just now' };
    say("Fetching Electron's binary, once.");
    const outcome = await fetchUntilStalled(
      [packageScript('electron/install.js')],
      [packageScript('electron/dist')],
    );
    const executable = electronExecutable();
    if (outcome.ok && executable !== undefined) {
      rmSync(failureFile, { force: true });
      return { ok: true, executable };
    }
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(failureFile, new Date().toISOString());
    const stalled = !outcome.ok && outcome.why === 'stalled';
    return {
      ok: false,
      why: stalled ? 'fetching its binary made no progress for a minute' : 'its binary could not be fetched',
    };
  });
}
