import { textsIn, type Language } from '../../tools/scripts/locale-files.mjs';
import { isOneNumber, pluralFormsOf, splitKey, type PluralForm } from '../../tools/scripts/plural-forms.mjs';

/** The text of each plural form, or one text that has none. */
type Forms = ReadonlyMap<PluralForm | '', string>;

/** By namespace and key without the form, in the order of the files: `connection:head.ready`. */
function formsByKey(language: Language): Map<string, Forms> {
  const found = new Map<string, Map<PluralForm | '', string>>();
  for (const [namespace, keys] of Object.entries(language))
    for (const [key, text] of textsIn(keys)) {
      const { stem, form } = splitKey(`${namespace}:${key}`);
      found.set(stem, (found.get(stem) ?? new Map<PluralForm | '', string>()).set(form, text));
    }
  return found;
}

/** The keys that `t()` takes. */
export const keysOf = (language: Language): string[] => [...formsByKey(language).keys()];

const valuesIn = (text: string): Set<string> => new Set(text.match(/\{\{[^}]*\}\}/g));
const tagsIn = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];
const areSame = (a: Iterable<string>, b: Iterable<string>): boolean => [...a].join() === [...b].join();
const areAlike = (a: Iterable<string>, b: Iterable<string>): boolean => areSame([...a].sort(), [...b].sort());

function areClosed(tags: readonly string[]): boolean {
  const open: string[] = [];
  for (const tag of tags)
    if (!tag.startsWith('</')) open.push(tag);
    else if (open.pop() !== tag.replace('/', '')) return false;
  return open.length === 0;
}

function troublesOfText(text: string, english: string, mayLackCount: boolean): string[] {
  if (text.trim() === '') return ['is empty'];
  const troubles: string[] = [];
  const [values, wanted] = [valuesIn(text), valuesIn(english)];
  if (mayLackCount && !values.has('{{count}}')) wanted.delete('{{count}}');
  if (!areAlike(values, wanted)) troubles.push(`must have ${[...wanted].join(' and ') || 'no values'}`);
  const tags = tagsIn(text);
  if (!areAlike(tags, tagsIn(english)) || !areClosed(tags)) troubles.push('has other tags than in English');
  return troubles;
}

function troublesOfForms(stem: string, forms: Forms, english: Forms, tag: string): string[] {
  const wanted: (PluralForm | '')[] = english.has('') ? [''] : pluralFormsOf(tag);
  const nameOf = (form: string): string => (form === '' ? stem : `${stem}_${form}`);
  const like = english.get('') ?? english.get('other') ?? '';
  return [
    ...[...forms.keys()]
      .filter((form) => !wanted.includes(form))
      .map((form) => `${nameOf(form)} is a form that the language does not have here`),
    ...wanted.flatMap((form) => {
      const text = forms.get(form);
      if (text === undefined) return [`${nameOf(form)} is missing`];
      const troubles = troublesOfText(text, like, form !== '' && isOneNumber(tag, form));
      return troubles.map((trouble) => `${nameOf(form)} ${trouble}`);
    }),
  ];
}

/** Whether there is anything in it: what is not translated yet is missing or empty, and said in English. */
const says = (forms: Forms | undefined): boolean => [...(forms?.values() ?? [])].some((text) => text !== '');

/** The keys that a language does not say. */
export function untranslatedIn(language: Language, english: Language): string[] {
  const theirs = formsByKey(language);
  return keysOf(english).filter((key) => !says(theirs.get(key)));
}

/**
 * What is wrong with what a language says, a line each. What it does not say is no trouble here.
 * @param tag BCP 47: it decides which plural forms there must be
 */
export function troublesOf(language: Language, english: Language, tag: string): string[] {
  const [theirs, ours] = [formsByKey(language), formsByKey(english)];
  const shared = keysOf(english).filter((key) => theirs.has(key));
  return [
    ...keysOf(language)
      .filter((key) => !ours.has(key))
      .map((key) => `${key} is not in the English files`),
    ...(areSame(
      shared,
      keysOf(language).filter((key) => ours.has(key)),
    )
      ? []
      : ['the keys are not in the order of the English files']),
    ...shared
      .filter((key) => says(theirs.get(key)))
      .flatMap((key) => troublesOfForms(key, theirs.get(key) ?? new Map(), ours.get(key) ?? new Map(), tag)),
  ];
}

/** Texts that say a number and have no plural forms: English may not need them, others will. */
export function countsWithoutForms(english: Language): string[] {
  return [...formsByKey(english)]
    .filter(([, forms]) => forms.get('')?.includes('{{count}}'))
    .map(([key]) => key);
}
