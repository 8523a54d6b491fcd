import type { FormatterModule } from 'i18next';

/** A number in the digits of a language, as `Intl` has them by default; without separators of thousands. */
export function inDigits(value: number, language: string, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(language, { useGrouping: false, ...options }).format(value);
}

/** Numbers that are put into a text are written as its language writes them. What is handed in as text stays. */
export const digitsOfLanguage: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language = 'en') =>
    typeof value === 'number' ? inDigits(value, language) : (value as string),
};
