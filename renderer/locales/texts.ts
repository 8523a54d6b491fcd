import type { ResourceKey } from 'i18next';

/** Every folder is a language and every file in it a namespace, so that a new language needs no code. */
const files = import.meta.glob<ResourceKey>('./*/*.json', { eager: true, import: 'default' });

export const texts: Record<string, Record<string, ResourceKey>> = {};
for (const [path, keys] of Object.entries(files)) {
  const [, language = '', namespace = ''] = /^\.\/(.+)\/(.+)\.json$/.exec(path) ?? [];
  (texts[language] ??= {})[namespace] = keys;
}

/** A translator's folder has an unfinished.json until it is done; nobody gets half a language before. */
export const finishedLanguages = Object.keys(texts).filter(
  (language) => !('unfinished' in (texts[language] ?? {})),
);
