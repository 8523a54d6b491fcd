/** What lies in app.asar: what the build made, the DHT, and nothing that a person does not need or should not have. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { extractFile, getRawHeader, listPackage, statFile, uncache } from '@electron/asar';
import type { Opened } from './opened';

const NEEDED = [
  '/package.json',
  '/out/main/index.js',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
];
const KNOWN = /^\/(package\.json|out(\/(main|preload|renderer)(\/.*)?)?|node_modules(\/.*)?)$/;
/** Sources, tests, what only a compiler needs, and files in which secrets are kept. */
const FOREIGN: [RegExp, string][] = [
  [/\.(ts|tsx|mts|cts|c|cc|cpp|h|cmake|gyp|gypi|map|tsbuildinfo)$/, 'a source'],
  [/\/(tests?|__tests__|fixtures|bench|examples?)\//, 'a test'],
  [/\.(test|spec)\.[cm]?js$/, 'a test'],
  [/\/(\.env.*|\.npmrc|\.git.*|.*\.(pem|key|p12|pfx|keystore|asc))$/, 'a file for secrets'],
];
const SECRET =
  /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bnpm_[A-Za-z0-9]{36}\b|\bAKIA[0-9A-Z]{16}\b/;

export function contentOfArchive({ archive }: Opened): string[] {
  uncache(archive);
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const problems = NEEDED.filter((name) => !names.includes(name)).map((name) => `${name} is missing`);
  for (const name of names) {
    const why = FOREIGN.find(([pattern]) => pattern.test(name))?.[1];
    if (!KNOWN.test(name)) problems.push(`${name} does not belong there`);
    else if (why !== undefined) problems.push(`${name} is ${why}`);
    else problems.push(...flawsOfFile(archive, name));
  }
  return problems;
}

function flawsOfFile(archive: string, name: string): string[] {
  const inside = name.slice(1).split('/').join(path.sep);
  const entry = statFile(archive, inside);
  if (!('integrity' in entry)) return 'size' in entry ? [`${name} has no digest`] : [];
  let bytes: Buffer;
  try {
    bytes = extractFile(archive, inside);
  } catch {
    return [`${name} cannot be read`];
  }
  if (createHash(entry.integrity.algorithm).update(bytes).digest('hex') !== entry.integrity.hash)
    return [`${name} is not what its digest says`];
  return SECRET.test(bytes.toString('latin1')) ? [`${name} holds what looks like a secret`] : [];
}

/** As Electron computes it: of the archive's head, in which the digests of all files stand. */
export function digestOfHead(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex');
}

/** Whether it was made around an Electron that is older than the project's own, as tests may do. */
export function isForTests(archive: string): boolean {
  return listPackage(archive, { isPack: false }).some((name) => name.endsWith('lent-electron.mjs'));
}
