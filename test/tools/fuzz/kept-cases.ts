/** Cases that were kept: those that lead far, and those that once broke something. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';

/** Of one target's corpus, in characters: short cases say as much, and are tried faster. */
const MAX_CORPUS = 24 * 1024;

const fileOf = (kind: 'corpus' | 'found', target: string): string =>
  path.join(root, 'test/tools/fuzz', kind, `${target}.json`);

function read(file: string): string[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

/** In base64url; what was once found first. */
export function keptCases(target: string): string[] {
  return [...read(fileOf('found', target)), ...read(fileOf('corpus', target))];
}

/** The shortest of them, as many as there is room for. */
export function keepCorpus(target: string, corpus: readonly string[]): void {
  let room = MAX_CORPUS;
  const shortestFirst = [...new Set(corpus)].sort((one, other) => one.length - other.length);
  const kept = shortestFirst.filter((text) => (room -= text.length) >= 0);
  const file = fileOf('corpus', target);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 0)}\n`);
}
