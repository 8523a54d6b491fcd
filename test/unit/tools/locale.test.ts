import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { troublesOf, untranslatedIn } from '../../support/locales/locale-check';
import {
  beginLanguage,
  marker,
  readLanguage,
  textsIn,
  toText,
  typesOf,
} from '../../tools/scripts/locale-files.mjs';
import { isOneNumber, pluralFormsOf } from '../../tools/scripts/plural-forms.mjs';
import { Explained } from '../../tools/scripts/say.mjs';

const english = {
  common: { close: 'Close', deep: { hello: 'Hello {{name}}' } },
  time: { hours_one: 'One hour', hours_other: '{{count}} hours' },
};

/** A folder of languages that has English alone. */
function localesFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-locales-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
  mkdirSync(path.join(folder, 'en'));
  for (const [namespace, keys] of Object.entries(english))
    writeFileSync(path.join(folder, 'en', `${namespace}.json`), toText(keys));
  return folder;
}

describe('a new language', () => {
  it.each(['fa', 'ru', 'ar', 'fr', 'cy', 'ja', 'pt-BR'])(
    '%s has all files, and the forms that it needs',
    (tag) => {
      const locales = localesFolder();
      const count = beginLanguage(locales, tag);
      const begun = readLanguage(path.join(locales, tag));
      expect(troublesOf(begun, english, tag)).toEqual([]);
      expect(untranslatedIn(begun, english)).toBe(3);
      expect(count).toBe(2 + pluralFormsOf(tag).length);
      expect(readdirSync(path.join(locales, tag))).toEqual(['common.json', 'time.json', marker]);
    },
  );

  it('has its forms in the order of CLDR, and the number in those that stand for several', () => {
    const locales = localesFolder();
    beginLanguage(locales, 'ru');
    beginLanguage(locales, 'ar');
    const formsIn = (tag: string) => textsIn(readLanguage(path.join(locales, tag))['time'] ?? {});
    expect(formsIn('ru')).toEqual([
      ['hours_one', '{{count}} hours'],
      ['hours_few', '{{count}} hours'],
      ['hours_many', '{{count}} hours'],
      ['hours_other', '{{count}} hours'],
    ]);
    expect(formsIn('ar').map(([key]) => key.slice('hours_'.length))).toEqual([
      ...['zero', 'one', 'two', 'few', 'many', 'other'],
    ]);
    expect(formsIn('ar')[1]).toEqual(['hours_one', 'One hour']);
  });

  it('is refused, with a sentence, unless its tag is one', () => {
    const locales = localesFolder();
    const refusal = (tag: string): unknown => {
      try {
        beginLanguage(locales, tag);
      } catch (error) {
        expect(error).toBeInstanceOf(Explained);
        return (error as Explained).message;
      }
      return 'not refused';
    };
    expect(refusal('../fa')).toMatch('is no language tag');
    expect(refusal('')).toMatch('is no language tag');
    expect(refusal('fa_IR')).toMatch('is no language tag');
    expect(refusal('PT-br')).toBe('“PT-br” is written pt-BR.');
    expect(refusal('iw')).toBe('“iw” is written he.');
    expect(refusal('fa-u-nu-latn')).toBe('“fa-u-nu-latn” is written fa.');
    expect(refusal('xx')).toMatch('No language is known');
    expect(refusal('en')).toMatch('is there already');
    expect(readdirSync(locales)).toEqual(['en']);
  });

  it('is not written over', () => {
    const locales = localesFolder();
    beginLanguage(locales, 'fa');
    const file = path.join(locales, 'fa', 'common.json');
    writeFileSync(file, 'translated');
    expect(() => beginLanguage(locales, 'fa')).toThrow('is there already');
    expect(readFileSync(file, 'utf8')).toBe('translated');
  });
});

describe('plural forms', () => {
  it('are those of CLDR', () => {
    expect(pluralFormsOf('en')).toEqual(['one', 'other']);
    expect(pluralFormsOf('zh-Hant')).toEqual(['other']);
    expect(pluralFormsOf('ru')).toEqual(['one', 'few', 'many', 'other']);
  });

  it('stand for one number, or for several', () => {
    expect(isOneNumber('en', 'one')).toBe(true);
    expect(isOneNumber('ar', 'two')).toBe(true);
    expect(isOneNumber('ru', 'one')).toBe(false);
    expect(isOneNumber('fr', 'one')).toBe(false);
    expect(isOneNumber('en', 'other')).toBe(false);
  });
});

describe('types of the English words', () => {
  it('hold each text, so that keys and values are checked', () => {
    expect(typesOf(english)).toContain('"hello": "Hello {{name}}"');
  });
});
