import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { troublesOf, untranslatedIn } from '../../support/locales/locale-check';
import { readLanguage, textsIn, toText, typesOf, updateLanguage } from '../../tools/scripts/locale-files.mjs';
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
    '%s has all files, and the forms that it needs, all of them empty',
    (tag) => {
      const locales = localesFolder();
      const count = 2 + pluralFormsOf(tag).length;
      expect(updateLanguage(locales, tag)).toEqual({ texts: count, left: count });
      const begun = readLanguage(path.join(locales, tag));
      expect(troublesOf(begun, english, tag)).toEqual([]);
      expect(untranslatedIn(begun, english)).toEqual(['common:close', 'common:deep.hello', 'time:hours']);
      expect(readdirSync(path.join(locales, tag))).toEqual(['common.json', 'time.json']);
    },
  );

  it('has its forms in the order of CLDR', () => {
    const locales = localesFolder();
    const formsIn = (tag: string): string[] => {
      updateLanguage(locales, tag);
      return textsIn(readLanguage(path.join(locales, tag))['time'] ?? {}).map(([key]) => key);
    };
    expect(formsIn('ru')).toEqual(['hours_one', 'hours_few', 'hours_many', 'hours_other']);
    expect(formsIn('ar')).toEqual(
      ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => `hours_${form}`),
    );
  });

  it('is refused, with a sentence, unless its tag is one', () => {
    const locales = localesFolder();
    const refusal = (tag: string): unknown => {
      try {
        updateLanguage(locales, tag);
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
    expect(refusal('en')).toMatch('English is what the others are translated from');
    expect(readdirSync(locales)).toEqual(['en']);
  });
});

describe('a language that is there', () => {
  it('keeps what it says, loses what English says no more, and gets what is new, in the English order', () => {
    const locales = localesFolder();
    const folder = path.join(locales, 'ru');
    mkdirSync(folder);
    const forms = { hours_one: '{{count}} час', hours_two: 'a form of another language' };
    const said = { old: 'Было', deep: { hello: 'Привет, {{name}}', gone: 'Было' } };
    writeFileSync(path.join(folder, 'common.json'), toText(said));
    writeFileSync(path.join(folder, 'time.json'), toText(forms));
    expect(updateLanguage(locales, 'ru')).toEqual({ texts: 6, left: 4 });
    expect(readFileSync(path.join(folder, 'common.json'), 'utf8')).toBe(
      toText({ close: '', deep: { hello: 'Привет, {{name}}' } }),
    );
    expect(readFileSync(path.join(folder, 'time.json'), 'utf8')).toBe(
      toText({ hours_one: '{{count}} час', hours_few: '', hours_many: '', hours_other: '' }),
    );
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
