import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('docs/architecture.md', root), 'utf8');

/** What stands between backticks and looks like a path from the top of the project. */
function pathsIn(page: string): string[] {
  return [...page.matchAll(/`((?:shared|main|renderer|test|docs)\/[^`\s]*)`/g)].map(([, name = '']) => name);
}

/** The lines of a section, by its heading. */
function section(heading: string): string {
  return text.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
}

test('each file and folder that the page on architecture names exists', () => {
  const named = pathsIn(text);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((name) => !existsSync(new URL(name, root)))).toEqual([]);
});

test('each walk names its files in order, and none twice', () => {
  const walks = section('Three walks')
    .split(/^### /m)
    .slice(1)
    .map((walk) => [...walk.matchAll(/^\d+\. .*$/gm)].flatMap(([line]) => pathsIn(line)));
  expect(walks).toHaveLength(3);
  for (const files of walks) {
    expect(files.length).toBeGreaterThan(5);
    expect(new Set(files).size).toBe(files.length);
  }
});

test('each part of shared/ stands in the drawing', () => {
  const rules = readFileSync(new URL('.dependency-cruiser.mjs', root), 'utf8');
  const parts = [...(/const layers = \[([\s\S]*?)\n\];/.exec(rules)?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
    ([, part = '']) => part,
  );
  expect(parts.length).toBeGreaterThan(8);
  for (const part of parts) expect(section('The house'), part).toMatch(new RegExp(`\\b${part}\\b`));
});

test('each word of the glossary has one meaning', () => {
  const words = [...section('Glossary').matchAll(/^\| ([a-z][^|]*?) +\|/gm)].map(([, word = '']) => word);
  expect(words.length).toBeGreaterThan(25);
  expect(new Set(words).size).toBe(words.length);
});
