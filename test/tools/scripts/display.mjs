/** A display for windows: the desktop's own, or an Xvfb of our own where there is none. */
import { spawn } from 'node:child_process';
import { atExit } from './processes.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const START_LIMIT_MS = 20_000;

/** Whether windows can be shown to a person here. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(
    (name) => name !== undefined && name !== '',
  );
}

/** @typedef {{ env: NodeJS.ProcessEnv, stop: () => Promise<void> }} Display */

/**
 * Starts a program that runs until it is stopped.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, answersOn: 1 | 3 }} options where it writes a line once it is ready
 * @returns {Promise<{ line: string, stop: () => Promise<void> }>}
 */
function startServer(file, args, { env = {}, answersOn }) {
  return new Promise((resolve, reject) => {
    const output = answersOn === 1 ? 'pipe' : 'ignore';
    const server = spawn(file, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', output, 'ignore', answersOn === 3 ? 'pipe' : 'ignore'],
    });
    const forget = atExit(() => void server.kill('SIGTERM'));
    const ended = new Promise((done) => server.once('exit', done));
    const stop = async () => {
      forget();
      server.kill('SIGTERM');
      await ended;
    };
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
    }, START_LIMIT_MS);
    let written = '';
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[answersOn]);
    answer.on('data', (/** @type {Buffer} */ chunk) => {
      written += chunk.toString();
      if (!written.includes('\n')) return;
      clearTimeout(timer);
      resolve({ line: written.trim(), stop });
    });
    // After it was ready, these come too late to matter: the promise is settled.
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(timer);
      forget();
      reject(new Error(`${file} ended before it was ready`));
    });
  });
}

/**
 * Starts an Xvfb on a free display number.
 * @returns {Promise<Display>}
 */
async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
  const { line, stop } = await startServer('Xvfb', args, { answersOn: 3 });
  return { env: { DISPLAY: `:${line}` }, stop };
}

/**
 * Starts a window manager: without one nobody answers a window that wants to be minimised.
 * @param {Display} display
 * @returns {Promise<Display>} the same display; the window manager stops before it
 */
async function withWindowManager(display) {
  try {
    const args = ['--sm-disable', '--startup', 'echo ready'];
    const manager = await startServer('openbox', args, { env: display.env, answersOn: 1 });
    const stop = async () => {
      await manager.stop();
      await display.stop();
    };
    return { env: display.env, stop };
  } catch (error) {
    await display.stop();
    throw error;
  }
}

/**
 * The display that a runtime's windows go to in tests.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @returns {Promise<Display>}
 */
export async function displayFor({ kind, isOtherUser }) {
  // Another user may not draw on root's desktop.
  const isHere = hasDisplay() && !isOtherUser;
  if (isHere || (await ensureSystemPackages(['xvfb'])).length > 0) {
    return { env: {}, stop: () => Promise.resolve() };
  }
  const display = await startVirtualDisplay();
  // The stand-in's windows obey without one.
  if (kind === 'stand-in') return display;
  if ((await ensureSystemPackages(['openbox'])).length === 0) return withWindowManager(display);
  return { ...display, env: { ...display.env, VIGIL_NO_WINDOW_MANAGER: '1' } };
}
