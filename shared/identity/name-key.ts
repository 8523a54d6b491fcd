/** When two names look the same to a person: in any case, with any marks between letters, in look-alike letters. */

/** Letters of other scripts that are taken for Latin ones; what is left out is seen as another name. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    е: 'e',
    ё: 'e',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    о: 'o',
    р: 'p',
  },
  ...{ ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', ո: 'n', ѡ: 'w' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  ...{ ı: 'i', '0': 'o', '1': 'l', '|': 'l', ø: 'o', ł: 'l', đ: 'd' },
};

/**
 * Equal for names that look the same. For comparing only: it is no name. Empty for a name without letters and digits.
 * @param name cleaned (name.ts).
 */
export function nameKey(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const key = computeKey(name);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, key);
  return key;
}

/** The same names are compared again and again. */
const MAX_KNOWN = 2000;
const known = new Map<string, string>();

function computeKey(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}|]/gu, '');
  return Array.from(letters, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
}
