/** A display for windows: the desktop's own, or an Xvfb of our own where there is none. */
import { spawn } from 'node:child_process';
import { atExit } from './processes.mjs';

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
 * Starts an Xvfb on a free display number.
 * @returns {Promise<Display>}
 */
export function startVirtualDisplay() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
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
    const answer = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    answer.on('data', (/** @type {Buffer} */ chunk) => {
      written += chunk.toString();
      if (!written.includes('\n')) return;
      clearTimeout(timer);
      resolve({ env: { DISPLAY: `:${written.trim()}` }, stop });
    });
    // After a display was named, these come too late to matter: the promise is settled.
    server.once('error', reject);
    server.once('exit', () => {
      clearTimeout(timer);
      forget();
      reject(new Error('Xvfb ended before it named a display'));
    });
  });
}
