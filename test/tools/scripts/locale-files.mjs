/** The words of a language: renderer/locales/<language>/<namespace>.json. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isOneNumber, pluralFormsOf, splitKey } from './plural-forms.mjs';
import { Explained } from './say.mjs';

/**
 * @typedef {{ [key: string]: string | Keys }} Keys
 * @typedef {Record<string, Keys>} Language by namespace
 */

/** In a translator's folder until all is translated: the app does not choose such a language. */
export const marker = 'unfinished.json';

/** @param {unknown} keys */
export function toText(keys) {
  return `${JSON.stringify(keys, null, 2)}\n`;
}

/**
 * @param {string} folder renderer/locales/<language>
 * @returns {Language} without the marker
 */
export function readLanguage(folder) {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json') && name !== marker)
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
 * English keys with the plural forms of another language, for a translator to begin with.
 * @param {Keys} english
 * @param {string} tag BCP 47
 * @returns {Keys}
 */
export function layOut(english, tag) {
  const forms = pluralFormsOf(tag);
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, value]) => {
      if (typeof value !== 'string') return [[key, layOut(value, tag)]];
      const { stem, form } = splitKey(key);
      if (form === '') return [[key, value]];
      if (form !== 'other') return [];
      const one = english[`${stem}_one`] ?? value;
      return forms.map((each) => [`${stem}_${each}`, each === 'one' && isOneNumber(tag, each) ? one : value]);
    }),
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
 * Makes the folder of a new language, in English words, marked as unfinished.
 * @param {string} locales renderer/locales
 * @param {string} tag BCP 47
 * @returns {number} how many texts there are to translate
 * @throws {Explained} if the tag is none, or the language is there already
 */
export function beginLanguage(locales, tag) {
  checkTag(tag);
  const folder = path.join(locales, tag);
  if (readdirSync(locales).includes(tag)) throw new Explained(`${folder} is there already.`);
  const language = Object.entries(readLanguage(path.join(locales, 'en'))).map(([namespace, keys]) => ({
    namespace,
    keys: layOut(keys, tag),
  }));
  mkdirSync(folder);
  for (const { namespace, keys } of language)
    writeFileSync(path.join(folder, `${namespace}.json`), toText(keys));
  writeFileSync(
    path.join(folder, marker),
    toText({ note: 'Vigil does not use this language while this file is here.' }),
  );
  return language.flatMap(({ keys }) => textsIn(keys)).length;
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
