/** What stands in a file of words: texts, and groups of them. */
export interface Keys {
  readonly [key: string]: string | Keys;
}
/** By namespace. */
export type Words = Readonly<Record<string, Keys>>;

const PLURAL_FORM = /_(?:zero|one|two|few|many|other)$/;

/** What `t()` takes; the plural forms of a text are one key. An empty text is as good as none. */
function keysIn(keys: Words | Keys): string[] {
  return Object.entries(keys).flatMap(([key, value]) => {
    if (typeof value !== 'string') return keysIn(value).map((deeper) => `${key}.${deeper}`);
    return value === '' ? [] : [key.replace(PLURAL_FORM, '')];
  });
}

/** How much of the English words a language has, from 0 to 1, counted in keys. */
export function shareTranslated(language: Words, english: Words): number {
  const theirs = new Set(keysIn(language));
  const wanted = new Set(keysIn(english));
  const translated = [...wanted].filter((key) => theirs.has(key));
  return wanted.size === 0 ? 1 : translated.length / wanted.size;
}
