/** The rules of eslint.config.mjs about time, chance and fields are shown to bite. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const names = ['no-restricted-properties', 'no-restricted-syntax'] as const;

async function complaints(file: string, code: string): Promise<string[]> {
  const config = (await new ESLint({ cwd: root }).calculateConfigForFile(path.join(root, file))) as {
    rules: Linter.RulesRecord;
  };
  const rules = Object.fromEntries(names.map((name) => [name, config.rules[name] ?? 'off']));
  const found = new Linter({ configType: 'flat' }).verify(code, {
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules,
  });
  return found.map(({ message }) => message);
}

const tellTime = [
  'Date.now()',
  'const { now } = Date;',
  'new Date()',
  'Date()',
  'globalThis.Date.now()',
  'performance.now()',
  'window.performance.now()',
  'performance.timeOrigin',
  'process.hrtime.bigint()',
  'process.uptime()',
];

it.each(['shared/meeting/member.ts', 'main/rendezvous/relay.ts', 'renderer/ui/time.tsx'])(
  'nothing tells the time by itself: %s',
  async (file) => {
    for (const code of tellTime) expect(await complaints(file, code), code).toHaveLength(1);
    expect(await complaints(file, 'new Date(0); new Intl.DateTimeFormat(); clocks.wall();')).toEqual([]);
  },
);

it.each(['main/clocks.ts', 'renderer/clocks.ts'])('only %s does, and is not random either', async (file) => {
  for (const code of tellTime) expect(await complaints(file, code), code).toEqual([]);
  expect(await complaints(file, 'Math.random()')).toHaveLength(1);
});

it.each(['<input />', '<textarea value={text} />', '<input type="password" autoComplete="on" />'])(
  'no field lets what is typed be kept in a file: %s',
  async (field) => {
    expect(await complaints('renderer/ui/chat/field.tsx', field)).toHaveLength(1);
  },
);

it.each([
  '<input autoComplete="off" />',
  '<input type="checkbox" />',
  '<input type="radio" />',
  '<input type="file" />',
  '<Field />',
])('and none is complained of without need: %s', async (field) => {
  expect(await complaints('renderer/ui/chat/field.tsx', field)).toEqual([]);
});
