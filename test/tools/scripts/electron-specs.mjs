/**
 * Which end-to-end tests every run of all suites has, and how they are divided where VIGIL_ELECTRON names an Electron: what rests on Electron itself runs on
 * it, all else on the stand-in, whose Chromium is newer and can be put on a network of its own. `npm test -- e2e`
 * runs all of them, slow ones too, on Electron.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

export const specsOnElectron = [
  'alerts',
  'call',
  'devices',
  'hardening',
  'identity',
  'links',
  'private-mode',
  'screen-capture',
  'settings',
  'silence',
  'vault',
  'vault-lock',
];

/**
 * They take long, and break only with what they are about, whose parts have unit tests: whoever changes that, or
 * releases, runs them by `npm test -- slow`.
 */
export const slowSpecs = [
  'by-hand',
  'capture',
  'connection',
  'first-run',
  'let-in-all',
  'planned-meetings',
  'preview',
  'seeing',
  'spotlight',
  'verify-list',
  'way-back',
  'weekly',
];

/**
 * They measure (lost frames, decoded text, seconds of a file): beside others they would measure those. The other tests
 * often wait, so that two at a time are done sooner.
 */
const loneSpecs = ['background', 'encode-once', 'files', 'recording', 'share', 'sound'];

/**
 * @param {string[]} args Playwright's; none for all specs
 * @returns {{ part: string, args: string[] }[]} how it is called, one time after the other
 */
export function callsOfPlaywright(args) {
  const files = args.length === 0 ? filesOf(allSpecs()) : args;
  const known = filesOf(allSpecs());
  // Whoever asks for one test, or in words of their own, gets just that.
  if (files.length < 2 || !files.every((file) => known.includes(file))) return [{ part: '', args }];
  const lone = new Set(filesOf(loneSpecs));
  return [
    { part: '-lone', args: files.filter((file) => lone.has(file)) },
    { part: '-pairs', args: [...files.filter((file) => !lone.has(file)), '--workers=2'] },
  ].filter(({ args: [first] }) => first?.startsWith('test/') === true);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean} whether two runtimes share the work when all suites are run
 */
export function isDivided(env = process.env, platform = process.platform) {
  const isSet = (/** @type {string} */ name) => (env[name] ?? '') !== '';
  return isSet('VIGIL_ELECTRON') && !isSet('VIGIL_RUNTIME') && platform !== 'win32';
}

/** @returns {string[]} names of all specs */
export function allSpecs() {
  const files = readdirSync(path.join(root, 'test/e2e')).filter((file) => file.endsWith('.spec.ts'));
  return files.map((file) => file.slice(0, -'.spec.ts'.length)).sort();
}

/** @returns {string[]} names of those that every run has */
export function usualSpecs() {
  return allSpecs().filter((name) => !slowSpecs.includes(name));
}

/**
 * @param {string[]} names of specs
 * @returns {string[]} as Playwright's arguments
 */
export function filesOf(names) {
  return names.map((name) => `test/e2e/${name}.spec.ts`);
}
