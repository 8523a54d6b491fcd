/** Which unit test files put something in a module's place, and so need modules that no other file has loaded. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

/** @returns {string[]} from the project's root */
export function filesWithModuleMocks() {
  const folder = path.join(root, 'test/unit');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join('test/unit', file))
    .filter((file) => /\bvi\.(mock|doMock|resetModules)\(/.test(readFileSync(path.join(root, file), 'utf8')));
}
