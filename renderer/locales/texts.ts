/** Every folder is a language and every file in it a namespace, so that a new language needs no code. */
import type { Keys, Words } from './translated';

const PLACE = /^\.\/(.+)\/(.+)\.json$/;
const ofEnglish = import.meta.glob<Keys>('./en/*.json', { eager: true, import: 'default' });
const ofOthers = import.meta.glob<Keys>(['./*/*.json', '!./en/*.json'], { import: 'default' });

const placeOf = (path: string): { language: string; namespace: string } => {
  const [, language = '', namespace = ''] = PLACE.exec(path) ?? [];
  return { language, namespace };
};

/** Always at hand: whatever another language lacks is said in it. */
export const english: Words = Object.fromEntries(
  Object.entries(ofEnglish).map(([path, keys]) => [placeOf(path).namespace, keys]),
);

/** BCP 47 tags of those that are read only once they are spoken. */
export const otherLanguages: readonly string[] = [
  ...new Set(Object.keys(ofOthers).map((path) => placeOf(path).language)),
];

/** One namespace of another language; null: it has no such file. */
export async function readWords(language: string, namespace: string): Promise<Keys | null> {
  const read = ofOthers[`./${language}/${namespace}.json`];
  return read ? read() : null;
}
