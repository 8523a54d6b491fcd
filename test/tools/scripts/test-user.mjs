/**
 * The ordinary user as whom Electron runs when root runs tests: Chromium has no sandbox for root, and Vigil does not
 * run without one.
 */
import { run } from './processes.mjs';
import { Explained, say } from './say.mjs';

const OWN = 'vigil-test';
const LIMIT_MS = 30_000;

/** @typedef {{ name: string, uid: number, gid: number }} TestUser */

/**
 * A command that does the same as this user. It keeps its process number, so that signals reach the program.
 * @param {{ uid: number, gid: number }} user
 * @param {string[]} command
 */
export function commandAs({ uid, gid }, command) {
  return ['setpriv', `--reuid=${String(uid)}`, `--regid=${String(gid)}`, '--init-groups', '--', ...command];
}

/**
 * @param {string} name
 * @returns {Promise<TestUser | undefined>} undefined where there is no such user
 */
async function lookUp(name) {
  const ids = await Promise.all(
    ['-u', '-g'].map((option) => run('id', [option, '--', name], { output: 'keep', timeoutMs: LIMIT_MS })),
  );
  if (ids.some(({ code }) => code !== 0)) return undefined;
  const [uid = 0, gid = 0] = ids.map(({ output }) => Number(output));
  return { name, uid, gid };
}

/**
 * @param {string | undefined} chosen VIGIL_TEST_USER
 * @returns {Promise<TestUser>} that user, or one of our own, made at the first time
 */
export async function ensureTestUser(chosen = process.env['VIGIL_TEST_USER']) {
  const isOwn = chosen === undefined || chosen === '';
  const name = isOwn ? OWN : chosen;
  const found = await lookUp(name);
  if (found?.uid === 0) throw new Explained('VIGIL_TEST_USER is root; Electron needs an ordinary user.');
  if (found !== undefined) return found;
  if (!isOwn) throw new Explained(`VIGIL_TEST_USER is ${name}, but there is no such user here.`);
  say(`Making the user ${name}, as whom Electron runs in tests, since it has no sandbox for root.`);
  const options = [
    '--system',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
  ];
  const made = await run('useradd', [...options, name], { output: 'keep', timeoutMs: LIMIT_MS }).catch(
    (/** @type {unknown} */ error) => ({ code: 1, output: String(error) }),
  );
  const user = made.code === 0 ? await lookUp(name) : undefined;
  if (user !== undefined) return user;
  throw new Explained(
    `${made.output.trim()}\nAs root, tests need an ordinary user for Electron, and none could be made: name one in ` +
      'VIGIL_TEST_USER.',
  );
}
