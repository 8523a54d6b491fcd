import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const claims = readFileSync(new URL('docs/threat-model.md', root), 'utf8')
  .split('\n## ')
  .find((part) => part.startsWith('Claims and their tests'))
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:claim|-+) /.test(line));

test('each claim of the threat model names a test that exists', () => {
  expect(claims?.length).toBeGreaterThan(40);
  for (const claim of claims ?? []) {
    const tests = claim.split('|').at(-2) ?? '';
    const files = [...tests.matchAll(/`((?:unit|e2e|tools\/lab|vectors)\/[^`]+|[a-z-]+\.json)`/g)].map(
      ([, name = '']) => `test/${name.endsWith('.json') ? `vectors/${name}` : name}`,
    );
    expect(files, claim).not.toHaveLength(0);
    for (const file of files) expect(existsSync(new URL(file, root)), file).toBe(true);
  }
});
