import type { Keys } from './translated';

/** Every folder is a language and every file in it a namespace, so that a new language needs no code. */
const files = import.meta.glob<Keys>('./*/*.json', { eager: true, import: 'default' });

/** By language, then by namespace. */
export const texts: Record<string, Record<string, Keys>> = {};
for (const [path, keys] of Object.entries(files)) {
  const [, language = '', namespace = ''] = /^\.\/(.+)\/(.+)\.json$/.exec(path) ?? [];
  (texts[language] ??= {})[namespace] = keys;
}
