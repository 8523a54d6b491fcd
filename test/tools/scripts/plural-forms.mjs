/** Plural forms of languages, by CLDR (Unicode TR 35, part 3), in the suffixes of i18next: `hours_one`. */

const categories = /** @type {const} */ (['zero', 'one', 'two', 'few', 'many', 'other']);

/** @typedef {typeof categories[number]} PluralForm */

/**
 * The forms that a language has, in the order of CLDR.
 * @param {string} tag BCP 47
 * @returns {PluralForm[]}
 */
export function pluralFormsOf(tag) {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return categories.filter((category) => pluralCategories.includes(category));
}

/**
 * Whether a form stands for one number alone, so that its text may say "one" for {{count}}. In Russian, `one` is also
 * 21 and 31; in French, also 0.
 * @param {string} tag BCP 47
 * @param {PluralForm} form
 */
export function isOneNumber(tag, form) {
  const rules = new Intl.PluralRules(tag);
  // No rule looks at more than the last two digits, but for millions, which are many.
  const numbers = Array.from({ length: 200 }, (_, number) => number);
  return numbers.filter((number) => rules.select(number) === form).length === 1;
}

/**
 * @param {string} key `hours_one`, or a key without a form
 * @returns {{ stem: string, form: PluralForm | '' }} `hours` and `one`
 */
export function splitKey(key) {
  const form = categories.find((category) => key.endsWith(`_${category}`)) ?? '';
  return { stem: form === '' ? key : key.slice(0, -form.length - 1), form };
}
