import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../renderer/locales/choose-language';
import { directionOf } from '../../../renderer/locales/direction';
import { digitsOfLanguage } from '../../../renderer/locales/numbers';
import { ownDirection } from '../../../renderer/locales/own-direction';
import { shareTranslated } from '../../../renderer/locales/translated';
import { errorCodes } from '../../../shared/errors';
import { keysIn } from '../../support/locales/keys-in-code';
import { countsWithoutForms, keysOf, troublesOf, untranslatedIn } from '../../support/locales/locale-check';
import { readLanguage, toText, typesOf } from '../../tools/scripts/locale-files.mjs';
import { root } from '../../tools/scripts/paths.mjs';

const renderer = path.join(root, 'renderer');
const locales = path.join(renderer, 'locales');
const languages = readdirSync(locales, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ tag: name, language: readLanguage(path.join(locales, name)) }));
const english = readLanguage(path.join(locales, 'en'));

/** These are written together with the app. The others follow, and say in English what is new. */
const isComplete = (tag: string): boolean => ['en', 'zh-Hans', 'zh-Hant'].includes(tag);
const FLOOR = 0.9;

describe.each(languages)('$tag', ({ tag, language }) => {
  it('is written as JSON.stringify writes it, so that no key is there twice', () => {
    for (const [namespace, keys] of Object.entries(language))
      expect(readFileSync(path.join(locales, tag, `${namespace}.json`), 'utf8')).toBe(toText(keys));
  });

  it('has no texts but those that there are in English, with the plural forms, values and tags that it needs', () => {
    expect(troublesOf(language, english, tag)).toEqual([]);
  });

  it(isComplete(tag) ? 'has all texts' : 'has nearly all texts', () => {
    if (isComplete(tag)) expect(untranslatedIn(language, english)).toEqual([]);
    expect(shareTranslated(language, english)).toBeGreaterThanOrEqual(FLOOR);
  });
});

describe('the English words', () => {
  it('have plural forms wherever they count', () => {
    expect(countsWithoutForms(english)).toEqual([]);
  });

  it('have types that are up to date: otherwise run `npm run locale`', () => {
    expect(readFileSync(path.join(locales, 'resources.ts'), 'utf8')).toBe(typesOf(english));
  });

  it('are each said somewhere', () => {
    const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('locales'))
      .map((name) => readFileSync(path.join(renderer, name), 'utf8'));
    const said = keysIn(sources.join('\n'));
    expect(keysOf(english).filter((key) => !said.has(key))).toEqual([]);
  });

  it('explain each error that there is, and no other', () => {
    expect(Object.keys(english['errors'] ?? {}).sort()).toEqual([...errorCodes].sort());
  });
});

describe('the check of a language', () => {
  const source = {
    common: {
      close: 'Close',
      hello: 'Hello {{name}}',
      strong: '<b>No.</b> Never.',
      hours_one: 'One hour',
      hours_other: '{{count}} hours',
    },
  };
  const right = {
    close: 'Закрыть',
    hello: 'Привет, {{name}}',
    strong: '<b>Нет.</b> Никогда.',
    hours_one: '{{count}} час',
    hours_few: '{{count}} часа',
    hours_many: '{{count}} часов',
    hours_other: '{{count}} часа',
  };
  const troubles = (change: object): string[] =>
    troublesOf({ common: { ...right, ...change } }, source, 'ru');
  const without = (key: keyof typeof right): string[] =>
    troublesOf(
      { common: Object.fromEntries(Object.entries(right).filter(([name]) => name !== key)) },
      source,
      'ru',
    );

  it('finds nothing wrong with a language that has the forms of its own', () => {
    expect(troubles({})).toEqual([]);
    const chinese = {
      close: '关闭',
      hello: '{{name}}好',
      strong: '<b>不。</b>',
      hours_other: '{{count}} 小时',
    };
    expect(troublesOf({ common: chinese }, source, 'zh-Hans')).toEqual([]);
    expect(troublesOf(source, source, 'en')).toEqual([]);
  });

  it('finds a plural form that is missing or empty, where there are others', () => {
    expect(without('hours_few')).toEqual(['common:hours_few is missing']);
    expect(troubles({ hours_few: '' })).toEqual(['common:hours_few is empty']);
  });

  it('finds nothing wrong with what is not translated yet, and tells what it is', () => {
    const empty = { close: '', hours_one: '', hours_few: '', hours_many: '', hours_other: '' };
    expect(without('close')).toEqual([]);
    expect(troubles(empty)).toEqual([]);
    expect(untranslatedIn({ common: { ...right, ...empty } }, source)).toEqual([
      'common:close',
      'common:hours',
    ]);
    expect(untranslatedIn({}, source)).toHaveLength(4);
    expect(untranslatedIn({ common: right }, source)).toEqual([]);
  });

  it('finds what should not be there', () => {
    expect(troubles({ open: 'Открыть' })).toEqual(['common:open is not in the English files']);
    expect(troubles({ hours_two: '{{count}} часа' })[0]).toMatch('common:hours_two is a form');
    expect(troubles({ close_one: 'Закрыть' })[0]).toMatch('common:close_one is a form');
    expect(troublesOf({ common: right, home: { title: 'Дом' } }, source, 'ru')).toEqual([
      'home:title is not in the English files',
    ]);
  });

  it('finds texts without words, values or tags', () => {
    expect(troubles({ close: ' ' })).toEqual(['common:close is empty']);
    expect(troubles({ hello: 'Привет' })).toEqual(['common:hello must have {{name}}']);
    expect(troubles({ hello: 'Привет, {{nаme}}' })).toEqual(['common:hello must have {{name}}']);
    expect(troubles({ close: 'Закрыть {{name}}' })).toEqual(['common:close must have no values']);
    for (const strong of ['Нет.', '<b>Нет.', '</b>Нет.<b>', '<i>Нет.</i>', '<b>Нет.</b><b>Никогда.</b>'])
      expect(troubles({ strong })).toEqual(['common:strong has other tags than in English']);
  });

  it('lets a form leave out the number only if it stands for one number', () => {
    expect(troubles({ hours_one: 'Один час' })).toEqual(['common:hours_one must have {{count}}']);
    expect(troublesOf({ common: { ...source.common, hours_other: 'Hours' } }, source, 'en')).toEqual([
      'common:hours_other must have {{count}}',
    ]);
  });

  it('finds another order', () => {
    const { close, ...rest } = right;
    expect(troublesOf({ common: { ...rest, close } }, source, 'ru')).toEqual([
      'the keys are not in the order of the English files',
    ]);
  });

  it('finds numbers without plural forms', () => {
    expect(countsWithoutForms({ common: { people: '{{count}} people' } })).toEqual(['common:people']);
    expect(countsWithoutForms(source)).toEqual([]);
  });

  it('finds the keys that a source names, and no others', () => {
    const keys = keysIn("<p title={t('a:b.c')}>It's {t(`errors:${code ? 'x' : y}.what`)} a:d, b.e</p>");
    expect(['a:b.c', 'errors:internal.what'].filter(keys.has)).toHaveLength(2);
    expect(['a:b', 'a:d', 'b.e', 'errors:internal.safe', 'errors:a.b.what'].filter(keys.has)).toEqual([]);
  });
});

describe('how much is translated', () => {
  const source = {
    common: { close: 'Close', deep: { days_one: '{{count}} day', days_other: '{{count}} days' } },
  };

  it('is counted in keys: the forms of one text are one, and empty texts are none', () => {
    expect(shareTranslated(source, source)).toBe(1);
    expect(shareTranslated({}, source)).toBe(0);
    expect(shareTranslated({ common: { close: 'Закрыть' } }, source)).toBe(0.5);
    const forms = { days_one: '{{count}} день', days_few: '{{count}} дня', days_many: '{{count}} дней' };
    expect(shareTranslated({ common: { close: '', deep: forms } }, source)).toBe(0.5);
    expect(shareTranslated({ common: { close: 'Закрыть', deep: forms } }, source)).toBe(1);
    expect(shareTranslated({ common: { open: 'Открыть' }, home: { close: 'Закрыть' } }, source)).toBe(0);
  });
});

describe('a language that is not complete', () => {
  const spoken = createInstance();
  void spoken
    .use(digitsOfLanguage)
    .use(ownDirection)
    .init({
      lng: 'fa',
      fallbackLng: 'en',
      defaultNS: 'common',
      resources: {
        en: {
          common: { close: 'Close', open: 'Open', days_one: '{{count}} day', days_other: '{{count}} days' },
        },
        fa: { common: { close: 'بستن', open: '', kept: '{{count}} روز، {{port}}' } },
      },
      returnEmptyString: false,
      postProcess: ownDirection.name,
      postProcessPassResolved: true,
      interpolation: { escapeValue: false, alwaysFormat: true },
      initAsync: false,
    });
  const say = (key: string, values: Record<string, unknown> = {}): string => spoken.t(key, values);

  it('falls back to English key by key, with its plural forms and in its direction', () => {
    expect(say('close')).toBe('بستن');
    expect(say('open')).toBe('\u2066Open\u2069');
    expect(say('days', { count: 1 })).toBe('\u2066۱ day\u2069');
    expect(say('days', { count: 2 })).toBe('\u2066۲ days\u2069');
  });

  it('writes numbers in its digits, and leaves alone what is handed in as text', () => {
    expect(say('kept', { count: 4000, port: '443' })).toBe('۴۰۰۰ روز، 443');
  });
});

describe('the direction of a language', () => {
  it('is that of its script', () => {
    for (const tag of ['fa', 'ar', 'he', 'ur', 'ps', 'ku-Arab', 'uz-AF'])
      expect(directionOf(tag)).toBe('rtl');
    for (const tag of ['en', 'zh-Hant', 'ru', 'ku', 'az', 'fa-Latn']) expect(directionOf(tag)).toBe('ltr');
  });
});

describe('the language of the system', () => {
  const choose = (...preferred: string[]): string =>
    chooseLanguage(preferred, ['en', 'pt-PT', 'pt-BR', 'zh-Hans', 'zh-Hant']);

  it('is found by its script, then by its region', () => {
    expect(choose('zh-CN')).toBe('zh-Hans');
    expect(choose('zh')).toBe('zh-Hans');
    expect(choose('zh-SG')).toBe('zh-Hans');
    for (const tag of ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant-CN']) expect(choose(tag)).toBe('zh-Hant');
    expect(choose('pt')).toBe('pt-BR');
    expect(choose('pt-AO')).toBe('pt-PT');
    expect(choose('en-GB')).toBe('en');
  });

  it('is the first that Vigil speaks, or else English', () => {
    expect(choose('de', 'zh-TW', 'en')).toBe('zh-Hant');
    expect(choose('de', 'en', 'zh-TW')).toBe('en');
    expect(choose('de', 'not a tag')).toBe('en');
    expect(choose()).toBe('en');
  });
});
