import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sourceOf, takenOut } from '../../tools/mutate/protection';
import { protections } from '../../tools/mutate/protections/index';
import { root } from '../../tools/scripts/paths.mjs';

describe('the list of protections', () => {
  it.each(protections.map((protection) => [protection.name, protection] as const))(
    'takes out what stands once in its file, and names tests that there are: %s',
    (_, protection) => {
      const source = sourceOf(protection);
      expect(takenOut(protection, source)).not.toBe(source);
      expect(protection.tests).not.toHaveLength(0);
      for (const test of protection.tests) expect(existsSync(path.join(root, 'test', test)), test).toBe(true);
    },
  );

  it('calls each by a name of its own, and has few that are taken out in every run', () => {
    const names = protections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const few = protections.filter(({ short }) => short);
    expect(few.length).toBeGreaterThanOrEqual(10);
    expect(few.length).toBeLessThanOrEqual(12);
  });

  it('refuses a snippet that is not there, or there twice', () => {
    const protection = { name: 'a check', file: '', find: 'if (a)', replace: '', tests: [] };
    expect(takenOut(protection, 'x; if (a) y;')).toBe('x;  y;');
    for (const source of ['x; y;', 'if (a) x; if (a) y;'])
      expect(() => takenOut(protection, source)).toThrow('a check');
  });
});
