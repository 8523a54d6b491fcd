import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protections } from '../../tools/mutate/protections/index';

const root = new URL('../../../', import.meta.url);
const claims = readFileSync(new URL('docs/threat-model.md', root), 'utf8')
  .split('\n## ')
  .find((part) => part.startsWith('Claims and their tests'))
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:claim|-+) /.test(line));

/** Files below test/ that a claim names. */
function testsOf(claim: string): string[] {
  const tests = claim.split('|').at(-3) ?? '';
  return [...tests.matchAll(/`((?:unit|e2e|tools\/lab|vectors)\/[^`]+|[a-z-]+\.json)`/g)].map(
    ([, name = '']) => (name.endsWith('.json') ? `vectors/${name}` : name),
  );
}

/** Names of protections that keep a claim, each of which `npm run mutate` takes out. */
function protectionsOf(claim: string): string[] {
  return [...(claim.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

test('each claim of the threat model names a test that exists', () => {
  expect(claims?.length).toBeGreaterThan(40);
  for (const claim of claims ?? []) {
    const files = testsOf(claim);
    expect(files, claim).not.toHaveLength(0);
    for (const file of files) expect(existsSync(new URL(`test/${file}`, root)), file).toBe(true);
  }
});

test('each protection is named by a claim, whose tests miss it when it is taken out', () => {
  for (const { name, tests } of protections) {
    const named = claims?.filter((claim) => protectionsOf(claim).includes(name)) ?? [];
    expect(named, name).not.toHaveLength(0);
    const known = named.flatMap(testsOf);
    for (const file of tests) expect(known, name).toContain(file);
  }
});

test('no claim names a protection that cannot be taken out', () => {
  const names = protections.map(({ name }) => name);
  for (const name of claims?.flatMap(protectionsOf) ?? []) expect(names).toContain(name);
});
