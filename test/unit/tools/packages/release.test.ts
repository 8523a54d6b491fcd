/** The workflow of a release cannot run here. What can be judged of it: its form, what it calls, and what it says of keys. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../../tools/packages/config';
import { root } from '../../../tools/scripts/paths.mjs';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const text = read('.github/workflows/release.yml');

/** What GitHub knows of a workflow, as far as it is used: another key would be a slip. */
const rights = z.record(z.string(), z.enum(['read', 'write', 'none']));
const variables = z.record(z.string(), z.string());
const step = z.union([
  z.strictObject({
    name: z.string().optional(),
    uses: z.string().regex(/^[\w-]+\/[\w-]+@(v\d+|[0-9a-f]{40})$/),
    with: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
  }),
  z.strictObject({ name: z.string().optional(), run: z.string(), env: variables.optional() }),
]);
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({ push: z.strictObject({ tags: z.array(z.string()) }) }),
  permissions: rights,
  concurrency: z.strictObject({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.string().regex(/^(ubuntu|macos|windows)-\d/),
      needs: z.array(z.string()).optional(),
      environment: z.string().optional(),
      permissions: rights.optional(),
      steps: z.array(step),
    }),
  ),
});

describe('the workflow of a release', () => {
  const { jobs, permissions } = workflow.parse(load(text));
  const lines = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap((each) => ('run' in each ? [each.run] : [])),
  );

  it('calls only what is there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, name = ''] of lines.join('\n').matchAll(/npm run ([\w-]+)/g))
      expect(scripts).toHaveProperty(name);
    for (const [file] of lines.join('\n').matchAll(/\btest\/[\w./-]+/g))
      expect(existsSync(path.join(root, file)), file).toBe(true);
    for (const { needs = [] } of Object.values(jobs))
      for (const name of needs) expect(jobs).toHaveProperty(name);
  });

  it('names every build in the file that holders of keys sign, before anything is published', () => {
    const { steps } = jobs['publish'] ?? { steps: [] };
    const runs = steps.flatMap((each) => ('run' in each ? [each.run] : []));
    const made = runs.findIndex((run) => run.includes('npm run release -- make'));
    expect(made).toBeGreaterThanOrEqual(0);
    expect(made).toBeLessThan(runs.findIndex((run) => run.includes('gh release create')));
    for (const [, archive = ''] of (runs[made] ?? '').matchAll(/=release\/(\S+\.asar)/g))
      expect(lines.some((run) => run.startsWith('cp ') && run.endsWith(` dist/${archive}`))).toBe(true);
    expect([...(runs[made] ?? '').matchAll(/--build/g)]).toHaveLength(3);
  });

  it('builds for all three systems, and checks each before it is published', () => {
    const systems = Object.values(jobs).map((job) => job['runs-on'].split('-')[0]);
    for (const system of ['ubuntu', 'macos', 'windows']) expect(systems).toContain(system);
    expect(lines.filter((line) => line.startsWith('npm run dist -- --check --release'))).toHaveLength(3);
    expect(jobs['publish']?.needs).toEqual(['linux', 'macos', 'windows']);
  });

  it('may write only where it publishes, and holds no key but those that docs/releasing.md names', () => {
    expect(permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(jobs).filter(([, job]) =>
      Object.values(job.permissions ?? {}).includes('write'),
    );
    expect(writing.map(([name]) => name)).toEqual(['publish']);
    const documented = read('docs/releasing.md');
    for (const [, name = ''] of text.matchAll(/secrets\.(\w+)/g)) expect(documented).toContain(`\`${name}\``);
  });
});

describe('the tag of a release', () => {
  const judge = (tag: string): string =>
    execFileSync(process.execPath, [path.join(root, 'test/tools/scripts/release-version.mjs'), tag], {
      encoding: 'utf8',
      stdio: 'pipe',
    });

  it('is that of package.json', () => {
    const { version } = readConfig();
    expect(() => judge(`v${version}`)).not.toThrow();
    expect(() => judge(version)).toThrow();
    expect(() => judge('v99.0.0')).toThrow();
  });
});
