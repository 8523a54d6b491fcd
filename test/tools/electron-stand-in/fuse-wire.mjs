/**
 * Electron's fuse wire: sentinel, version, length, and one character per fuse, as `@electron/fuses` looks
 * for it in the binary. The stand-in carries the wire but obeys none of the fuses.
 */

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;

/** As Electron is delivered. The order is the wire's. */
const deliveredFuses = /** @type {const} */ ([
  ['runAsNode', true],
  ['cookieEncryption', false],
  ['nodeOptions', true],
  ['nodeCliInspect', true],
  ['embeddedAsarIntegrityValidation', false],
  ['onlyLoadAppFromAsar', false],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', true],
]);

export function fuseWire() {
  const fuses = deliveredFuses.map(([, on]) => (on ? '1' : '0')).join('');
  return Buffer.concat([
    Buffer.from(SENTINEL, 'latin1'),
    Buffer.from([VERSION, deliveredFuses.length]),
    Buffer.from(fuses, 'latin1'),
    Buffer.from('\n', 'latin1'),
  ]);
}
