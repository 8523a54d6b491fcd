/** Child processes that always end: with their parent, at their time limit, and with all their children. */
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

/** @type {Set<() => void>} */
const enders = new Set();
const endAll = () => {
  for (const end of enders) end();
};
/** @type {NodeJS.Signals[]} */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let watching = false;

/** From the first thing on that is to be ended: who only imports this file keeps the usual handling of signals. */
function watchForEnd() {
  if (watching) return;
  watching = true;
  process.on('exit', endAll);
  for (const signal of endingSignals) {
    process.on(signal, () => {
      // As a program that the signal ended, without waiting for what is still under way.
      process.exit(signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 129);
    });
  }
}

/**
 * Does something when this process ends, however it ends; the returned function takes it back.
 * @param {() => void} end
 */
export function atExit(end) {
  watchForEnd();
  enders.add(end);
  return () => {
    enders.delete(end);
  };
}

/**
 * Ends a process and all its children.
 * @param {import('node:child_process').ChildProcess} child started with `detached: true`
 * @param {NodeJS.Signals} signal
 */
export function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended on its own.
  }
}

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] added to this process's environment
 * @property {string} [cwd]
 * @property {number} [timeoutMs]
 * @property {'show' | 'keep' | 'show-on-stderr'} [output] keep: collected and returned, nothing shown
 */

/**
 * @typedef {object} RunResult
 * @property {number} code exit code; 124 when the time limit ended it
 * @property {string} output what it wrote, when kept
 */

const MAX_KEPT_CHARACTERS = 1_000_000;
/** How long a child that is told to end has for ending its own children. */
const GRACE_MS = 5_000;

/**
 * Runs a program to its end, without a shell and without standard input.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(file, args, { env = {}, cwd = root, timeoutMs, output = 'show' } = {}) {
  return new Promise((resolve, reject) => {
    const out = output === 'keep' ? 'pipe' : output === 'show' ? 'inherit' : 2;
    const err = output === 'keep' ? 'pipe' : 'inherit';
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', out, err],
      // A group of its own, so that ending it ends its children too.
      detached: process.platform !== 'win32',
    });
    let kept = '';
    let timedOut = false;
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      if (kept.length < MAX_KEPT_CHARACTERS) kept += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const forget = atExit(() => {
      endGroup(child, 'SIGTERM');
    });
    /** @type {NodeJS.Timeout | undefined} */
    let killTimer;
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            endGroup(child, 'SIGTERM');
            killTimer = setTimeout(() => {
              endGroup(child, 'SIGKILL');
            }, GRACE_MS);
          }, timeoutMs);
    const done = () => {
      clearTimeout(timer);
      clearTimeout(killTimer);
      forget();
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    // Before the pipes close: a leftover child could hold them open.
    child.once('exit', () => {
      endGroup(child, 'SIGKILL');
    });
    child.once('close', (code) => {
      done();
      const note = timedOut ? `\nended after ${String((timeoutMs ?? 0) / 1000)} s, its time limit\n` : '';
      if (timedOut && output !== 'keep') process.stderr.write(note);
      resolve({ code: timedOut ? 124 : (code ?? 1), output: kept + note });
    });
  });
}

/**
 * Runs a script with this Node.
 * @param {string[]} args
 * @param {RunOptions} options
 */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/**
 * Runs a TypeScript file of this repository with the terminal attached.
 * @param {string} script
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(script, args, env = {}) {
  return runAttached(process.execPath, ['--import', 'tsx', script, ...args], env);
}

/**
 * Runs a program in the foreground: it shares the terminal, gets this process's signals, and its end is ours.
 * @param {string} file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function runAttached(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    const forget = atExit(() => void child.kill('SIGKILL'));
    /** @type {Map<NodeJS.Signals, () => void>} */
    const forwarders = new Map();
    const others = new Map(endingSignals.map((signal) => [signal, process.listeners(signal)]));
    for (const signal of endingSignals) {
      // The child decides how to end; this process waits for it.
      process.removeAllListeners(signal);
      const forward = () => {
        // A terminal has sent its own Ctrl-C to the child already.
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      };
      forwarders.set(signal, forward);
      process.on(signal, forward);
    }
    const restore = () => {
      forget();
      for (const [signal, forward] of forwarders) process.off(signal, forward);
      for (const [signal, listeners] of others) for (const each of listeners) process.on(signal, each);
    };
    child.once('error', (error) => {
      restore();
      reject(error);
    });
    child.once('close', (code, signal) => {
      restore();
      resolve(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1));
    });
  });
}
