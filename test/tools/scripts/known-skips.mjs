/** Tests that may be skipped in CI, and why. There, any other skip is a failure, and so is an entry that fits none. */

/**
 * @typedef {object} Skip
 * @property {string} suite as in `npm test -- suite`
 * @property {string} name of the test
 * @property {string} reason that it gave; empty for none
 * @property {string} [runtime] that its suite ran on, if on one
 */

/**
 * @typedef {object} KnownSkip
 * @property {string} suite
 * @property {string} name
 * @property {string} reason in words
 * @property {'electron' | 'stand-in'} [runtime] the only one on which it may be skipped; it need not be then
 * @property {true} [mayRun] it need not be skipped
 */

/** @type {KnownSkip[]} */
export const knownSkips = [
  ...[
    'a computer that gets another address goes on in the same connection: ICE is restarted',
    'a path that is gone for half a minute: the link is replaced, nobody knocks again',
  ].map((name) => ({
    suite: 'e2e',
    runtime: /** @type {const} */ ('electron'),
    name,
    reason: 'its network has a place for a browser alone, and Electron is browser and main in one',
  })),
  {
    suite: 'reproducible',
    mayRun: true,
    name: 'two clean builds in two folders give the same bytes',
    reason: 'there is no Electron to make a package of, or this is no Debian',
  },
  {
    suite: 'installed',
    mayRun: true,
    name: 'the deb: installed, in a call, upgraded, removed',
    reason: 'there is no Electron to make a package of, or this is no Debian',
  },
  {
    suite: 'e2e',
    runtime: 'stand-in',
    name: 'the page is held in the sandbox of the system: namespaces of its own, and system calls filtered',
    reason: 'the stand-in has no sandbox as root',
  },
  {
    suite: 'e2e',
    runtime: 'stand-in',
    name: 'a start, a minute of idleness, a preview, a call and its end ask the relay and nobody else',
    reason: 'a whole browser asks for things that Electron does not',
  },
  {
    suite: 'e2e',
    runtime: 'electron',
    name: 'what is copied is marked as concealed',
    reason: "an Electron older than the project's own cannot mark what it copies",
  },
];

/**
 * @param {readonly KnownSkip[]} known
 * @param {readonly Skip[]} skips what was skipped
 * @param {boolean} isWhole whether all suites were run
 * @returns {string[]} what is wrong, a line each
 */
export function judgeSkips(known, skips, isWhole) {
  /** @type {(entry: KnownSkip, skip: Skip) => boolean} */
  const fits = (entry, skip) =>
    entry.suite === skip.suite &&
    entry.name === skip.name &&
    (entry.runtime === undefined || entry.runtime === skip.runtime);
  const unknown = skips.filter((skip) => !known.some((entry) => fits(entry, skip)));
  const stale = known.filter(
    (entry) =>
      isWhole &&
      entry.runtime === undefined &&
      entry.mayRun !== true &&
      !skips.some((skip) => fits(entry, skip)),
  );
  return [
    ...unknown.map(({ suite, name }) => `${suite}: "${name}" was skipped, and is not among the known skips.`),
    ...stale.map(({ suite, name }) => `${suite}: "${name}" is among the known skips, and was not skipped.`),
  ];
}
