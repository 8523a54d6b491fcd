/** Installs what tests need from the system: only as root on Debian and its kin, only what is named here. */
import { findChromium, onPath } from './chromium.mjs';
import { run } from './processes.mjs';
import { say } from './say.mjs';

const LIMIT_MS = 10 * 60_000;

/**
 * @typedef {'chromium' | 'xvfb' | 'openbox' | 'tcpdump' | 'coturn' | 'ethtool' | 'iproute2' | 'microsocks'
 *   | 'nftables' | 'python3' | 'desktop-file-utils' | 'appstream' | 'shared-mime-info' | 'xdg-utils'
 *   | 'libglib2.0-bin' | 'dbus' | 'ffmpeg' | 'openssl'} SystemPackage
 */

/** @type {Record<SystemPackage, () => boolean>} */
const isThere = {
  chromium: () => findChromium() !== undefined,
  xvfb: () => onPath(['Xvfb']) !== undefined,
  openbox: () => onPath(['openbox']) !== undefined,
  tcpdump: () => onPath(['tcpdump']) !== undefined,
  coturn: () => onPath(['turnserver']) !== undefined,
  ethtool: () => onPath(['ethtool']) !== undefined,
  iproute2: () => onPath(['ip']) !== undefined,
  microsocks: () => onPath(['microsocks']) !== undefined,
  nftables: () => onPath(['nft']) !== undefined,
  python3: () => onPath(['python3']) !== undefined,
  'desktop-file-utils': () => onPath(['desktop-file-validate']) !== undefined,
  appstream: () => onPath(['appstreamcli']) !== undefined,
  'shared-mime-info': () => onPath(['update-mime-database']) !== undefined,
  'xdg-utils': () => onPath(['xdg-open']) !== undefined,
  'libglib2.0-bin': () => onPath(['gio']) !== undefined,
  ffmpeg: () => onPath(['ffmpeg']) !== undefined && onPath(['ffprobe']) !== undefined,
  dbus: () => onPath(['dbus-run-session']) !== undefined,
  openssl: () => onPath(['openssl']) !== undefined,
};

/** Everything that some test needs. */
export const allSystemPackages = /** @type {SystemPackage[]} */ (Object.keys(isThere));

/**
 * A package that could not be had is not asked for again in this run.
 * @type {Set<SystemPackage>}
 */
const asked = new Set();

/**
 * @param {string[]} args
 * @returns {Promise<boolean>} whether it did
 */
async function aptGet(...args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await run('apt-get', ['-qq', ...args], {
    env,
    output: 'keep',
    timeoutMs: LIMIT_MS,
  });
  if (code !== 0) say(`apt-get ${args.join(' ')} failed:\n${output.trim()}`);
  return code === 0;
}

/** @param {SystemPackage[]} names */
function install(names) {
  return aptGet('-y', '--no-install-recommends', 'install', ...names);
}

/**
 * @param {SystemPackage[]} wanted
 * @returns {Promise<SystemPackage[]>} those that are still missing
 */
export async function ensureSystemPackages(wanted) {
  const missing = wanted.filter((name) => !isThere[name]());
  const mayInstall = process.getuid?.() === 0 && onPath(['apt-get']) !== undefined;
  const toInstall = missing.filter((name) => !asked.has(name));
  if (toInstall.length === 0 || !mayInstall) return missing;
  for (const name of toInstall) asked.add(name);
  say(`Installing ${toInstall.join(' and ')} with apt-get, for the tests.`);
  await aptGet('update');
  // One that cannot be had keeps none of the others back.
  if (!(await install(toInstall))) for (const name of toInstall) await install([name]);
  return wanted.filter((name) => !isThere[name]());
}
