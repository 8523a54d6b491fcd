/** A check that keeps somebody out, as something that can be taken out to see whether a test misses it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../scripts/paths.mjs';

export interface Protection {
  /** As the threat model names it. */
  name: string;
  /** From the root of the repository. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  /** What stands there without the check. */
  replace: string;
  /** Files below test/ in which a test has to fail then. */
  tests: readonly string[];
  /** Only tests whose full name this regular expression fits are run; all of the files if it is left out. */
  only?: string;
  /** One of the few that are taken out in every run of all suites. */
  short?: true;
}

/** The source without the check. Throws an Error that names the protection unless the snippet stands there once. */
export function takenOut({ name, find, replace }: Protection, source: string): string {
  const [before, after, ...others] = source.split(find);
  if (before === undefined || after === undefined || others.length > 0)
    throw new Error(`${name}: its snippet stands ${String(source.split(find).length - 1)} times in its file`);
  return before + replace + after;
}

export function sourceOf({ file }: Protection): string {
  return readFileSync(path.join(root, file), 'utf8');
}
