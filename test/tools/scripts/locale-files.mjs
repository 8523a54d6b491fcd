/** The words of a language: renderer/locales/<language>/<namespace>.json. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pluralFormsOf, splitKey } from './plural-forms.mjs';
import { Explained } from './say.mjs';

/**
 * @typedef {{ [key: string]: string | Keys }} Keys
 * @typedef {Record<string, Keys>} Language by namespace
 */

/** @param {unknown} keys */
export function toText(keys) {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

/**
 * @param {string} folder renderer/locales/<language>
 * @returns {Language}
 */
export function readLanguage(folder) {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [
        path.basename(name, '.json'),
        /** @type {Keys} */ (JSON.parse(readFileSync(path.join(folder, name), 'utf8'))),
      ]),
  );
}

/**
 * @param {Keys} keys
 * @returns {[key: string, text: string][]} `errors.internal.what` and its text
 */
export function textsIn(keys, before = '') {
  return Object.entries(keys).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value]] : textsIn(value, `${before}${key}.`),
  );
}

/**
 * The keys of a language as they have to be: the English ones, with its own plural forms. What it does not say yet is
 * empty.
 * @param {Keys} english
 * @param {Keys} theirs what is translated already
 * @param {string} tag BCP 47
 * @returns {Keys}
 */
export function layOut(english, theirs, tag) {
  const forms = pluralFormsOf(tag);
  /** @param {string} key */
  const said = (key) => (typeof theirs[key] === 'string' ? theirs[key] : '');
  return Object.fromEntries(
    Object.entries(english).flatMap(
      /** @returns {[string, string | Keys][]} */ ([key, value]) => {
        if (typeof value !== 'string') {
          const deeper = theirs[key];
          return [[key, layOut(value, typeof deeper === 'object' ? deeper : {}, tag)]];
        }
        const { stem, form } = splitKey(key);
        if (form === '') return [[key, said(key)]];
        return form === 'other' ? forms.map((each) => [`${stem}_${each}`, said(`${stem}_${each}`)]) : [];
      },
    ),
  );
}

/**
 * @param {string} tag
 * @throws {Explained} unless it is the tag of a language whose plural forms are known, as BCP 47 writes it
 */
function checkTag(tag) {
  let locale;
  try {
    locale = new Intl.Locale(tag);
  } catch {
    throw new Explained(`“${tag}” is no language tag. Tags are those of BCP 47: fa, pt-BR, zh-Hant.`);
  }
  if (locale.baseName !== tag) throw new Explained(`“${tag}” is written ${locale.baseName}.`);
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
  if (name === undefined || Intl.PluralRules.supportedLocalesOf(tag).length === 0)
    throw new Explained(`No language is known whose tag is “${tag}”.`);
}

/**
 * Makes the folder of a new language, or brings one up to date with the English words: keys that English has no more go,
 * new ones come, empty.
 * @param {string} locales renderer/locales
 * @param {string} tag BCP 47
 * @returns {{ texts: number, left: number }} how many texts there are, and how many are to be translated
 * @throws {Explained} if the tag is none, or is that of English
 */
export function updateLanguage(locales, tag) {
  checkTag(tag);
  if (tag === 'en') throw new Explained('English is what the others are translated from.');
  const folder = path.join(locales, tag);
  mkdirSync(folder, { recursive: true });
  const before = readLanguage(folder);
  const language = Object.entries(readLanguage(path.join(locales, 'en'))).map(([namespace, keys]) => ({
    namespace,
    keys: layOut(keys, before[namespace] ?? {}, tag),
  }));
  for (const { namespace, keys } of language)
    writeFileSync(path.join(folder, `${namespace}.json`), toText(keys));
  const texts = language.flatMap(({ keys }) => textsIn(keys)).map(([, text]) => text);
  return { texts: texts.length, left: texts.filter((text) => text === '').length };
}

/**
 * TypeScript does not keep the texts of JSON, and without them cannot check the values of `t()`.
 * @param {Language} english
 * @returns {string} renderer/locales/resources.ts
 */
export function typesOf(english) {
  return `/** The English words, as \`npm run locale\` writes them down for i18next's types. */
export interface Resources ${toText(english)}`;
}
