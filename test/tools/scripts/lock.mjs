/** Lets one process at a time prepare this folder: two `npm start` in two terminals are usual. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { atExit } from './processes.mjs';
import { Explained } from './say.mjs';

const LIMIT_MS = 10 * 60_000;
const RETRY_MS = 200;

/** @param {string} directory */
function holderIsAlive(directory) {
  try {
    process.kill(Number(readFileSync(path.join(directory, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * @template T
 * @param {string} directory exists while the lock is held
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(directory, work) {
  mkdirSync(path.dirname(directory), { recursive: true });
  const deadline = Date.now() + LIMIT_MS;
  let seenDead = false;
  for (;;) {
    try {
      mkdirSync(directory);
      break;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      // Twice: whoever just made the directory may not have written its number yet.
      if (holderIsAlive(directory)) seenDead = false;
      else if (seenDead) rmSync(directory, { recursive: true, force: true, maxRetries: 20 });
      else seenDead = true;
      if (Date.now() > deadline) throw new Explained(`Another process still holds ${directory}.`);
      await wait(RETRY_MS);
    }
  }
  writeFileSync(path.join(directory, 'pid'), String(process.pid));
  const release = () => {
    rmSync(directory, { recursive: true, force: true, maxRetries: 20 });
  };
  const forget = atExit(release);
  try {
    return await work();
  } finally {
    forget();
    release();
  }
}
