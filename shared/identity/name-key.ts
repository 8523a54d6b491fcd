/**
 * When two names look the same to a person: in any case, with any marks and spaces between letters, with characters that
 * show nothing, and in look-alike letters. Skeletons as in Unicode TR39, section 4.
 */
import confusables from 'unhomoglyph/data.json';

/** TR39's prototype of each character that has one: Unicode's own confusables.txt. */
const prototypes: Readonly<Record<string, string>> = confusables;

/** Whether a person could take one name for the other. One that shows nothing looks like none. */
export function looksAlike(one: string, other: string): boolean {
  const keys = nameKeys(other);
  return nameKeys(one).some((key) => key !== '' && keys.includes(key));
}

/** The same names are compared again and again. */
const MAX_KNOWN = 2000;
const known = new Map<string, readonly string[]>();

/**
 * Two names that have one of these in common look the same: as it is written, where a capital I is like an l, and in
 * small letters, where it is like an i.
 */
function nameKeys(name: string): readonly string[] {
  const before = known.get(name);
  if (before !== undefined) return before;
  const shown = name.normalize('NFKD').replace(NOTHING, '');
  const keys = [skeleton(shown).toLowerCase(), skeleton(shown.toLowerCase()).toLowerCase()];
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, keys);
  return keys;
}

/** Shows nothing, or nothing that tells names apart. */
const NOTHING = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Z}\u2800]/gu;
/** Marks that any letter can have; those of Indic scripts tell names apart. */
const ACCENTS = /[\p{Script=Inherited}\u0591-\u05c7]/gu;

/** Signs between letters do not tell names apart; where there are no letters, signs do. */
function skeleton(shown: string): string {
  const bare = shown.replace(ACCENTS, '');
  const replaced = Array.from(bare, (character) => prototypes[character] ?? character)
    .join('')
    .normalize('NFKD')
    .replace(ACCENTS, '');
  return /[\p{L}\p{N}]/u.test(replaced) ? replaced.replace(/[^\p{L}\p{N}\p{M}]/gu, '') : replaced;
}
