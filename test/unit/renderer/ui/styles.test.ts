import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as lucide from 'lucide-react';
import { describe, expect, it } from 'vitest';
import { mirroredIcons } from '../../../../renderer/ui/components/mirrored-icons';
import { physicalIn } from '../../../support/styles/directions';
import { root } from '../../../tools/scripts/paths.mjs';

const renderer = path.join(root, 'renderer');
const filesIn = (ending: RegExp): string[] =>
  readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));
const textOf = (name: string): string => readFileSync(path.join(renderer, name), 'utf8');

/** What may name a side, in the order of the sheets, and why. */
const allowed: Readonly<Record<string, readonly { declaration: string; why: string }[]>> = {
  'base.css': [{ declaration: 'scale: -1 1', why: 'mirrors icons, right to left only' }],
  'controls.css': [
    { declaration: 'border-right-width: 1.5px', why: 'a corner that is turned to point down' },
  ],
  'dialog.css': [{ declaration: 'letter-spacing: 0.06em', why: 'safety numbers: digits 0 to 9 alone' }],
  'home.css': [{ declaration: 'scale: -1 1', why: 'mirrors the drawing, right to left only' }],
  'preview.css': [{ declaration: 'scale: -1 1', why: 'the own picture, as in a mirror' }],
  'seeing.css': [
    {
      declaration:
        'background: linear-gradient( to var(--onward, right), var(--amber-edge) var(--at), light-dark(#d8cfc0, #3a4050) 0 )',
      why: 'gradients know no other words',
    },
    { declaration: '--onward: left', why: 'the same, right to left' },
  ],
};

describe.each(filesIn(/\.css$/))('%s', (name) => {
  it('names no side but those that have a reason', () => {
    const reasons = allowed[path.basename(name)] ?? [];
    expect(physicalIn(textOf(name))).toEqual(reasons.map(({ declaration }) => declaration));
  });
});

describe('styles in the code', () => {
  it('name no side', () => {
    const named = filesIn(/\.tsx$/).filter((name) =>
      /style=\{\{[^}]*\b(?:left|right|(?:margin|padding|border)(?:Left|Right))\b/.test(textOf(name)),
    );
    expect(named).toEqual([]);
  });
});

describe('the icons that are mirrored', () => {
  it('are all those in use that are named after a side, but for the one that points both ways', () => {
    const used = new Set(filesIn(/\.tsx?$/).flatMap((name) => textOf(name).match(/\b[A-Z]\w+\b/g) ?? []));
    const sided = Object.entries(lucide).filter(
      ([name]) => used.has(name) && /(?:Left|Right)$/.test(name) && name !== 'ArrowLeftRight',
    );
    expect(sided.length).toBeGreaterThan(0);
    for (const [name, icon] of sided)
      expect([name, mirroredIcons.has(icon as lucide.LucideIcon)]).toEqual([name, true]);
  });
});

describe('the check of a style sheet', () => {
  it.each([
    'left: 0',
    'margin-right: 4px',
    'border-top-left-radius: 4px',
    'text-align: right',
    'float: left',
    'inset: 0 auto auto 0',
    'margin: -6px -8px -6px 0',
    'padding: 1px calc(2px + 1px) 1px 2px',
    'border-width: 0 1px 1px 0',
    'border-radius: 4px 0 0 4px',
    'translate: -50%',
    'transform: translateX(4px)',
    'background: linear-gradient(to right, red, blue)',
    'background: radial-gradient(circle at 82% 78%, red, blue)',
    'letter-spacing: 1px',
    'transition: left 120ms',
  ])('finds "%s"', (declaration) => {
    expect(physicalIn(`.a {\n  ${declaration};\n}`)).toEqual([declaration]);
    expect(physicalIn(`@media (max-width: 1px) { .a { color: red; ${declaration} } }`)).toEqual([
      declaration,
    ]);
  });

  it.each([
    'inset-inline-start: 0',
    'margin: 0 auto',
    'padding: 1px max(2px, (100% - 4px) / 2) 3px',
    'inset: auto 0 64px',
    'margin: 1px 2px 3px 2px',
    'text-align: start',
    'translate: 0 -120px',
    'border-radius: 4px',
    'background: radial-gradient(circle at 50% 38%, red, blue)',
    'filter: brightness(0.4)',
  ])('lets "%s" pass', (declaration) => {
    expect(physicalIn(`/* left */ .bright .a { ${declaration}; }`)).toEqual([]);
  });
});
