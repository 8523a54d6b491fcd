/** All words on the screens: one folder for a language, one file for a subject. */
import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage } from './choose-language';
import { directionOf } from './direction';
import { digitsOfLanguage } from './numbers';
import { ownDirection } from './own-direction';
import type { Resources } from './resources';
import { texts } from './texts';
import { shareTranslated } from './translated';

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Keys are written with their namespace: `t('common:close')`. */
    defaultNS: ['common', ...(keyof Resources)[]];
    resources: Resources;
    strictInterpolationChecks: true;
  }
}

/** What there is to choose from: BCP 47 tags. */
export const spoken: readonly [string, ...string[]] = [
  'en',
  ...Object.keys(texts).filter((language) => language !== 'en'),
];

export const i18n: I18n = createInstance();

void i18n
  .use(initReactI18next)
  .use(digitsOfLanguage)
  .use(ownDirection)
  .init({
    lng: languageFor(''),
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(texts['en'] ?? {}),
    resources: texts,
    // What is not translated yet is empty, and said in English.
    returnEmptyString: false,
    postProcess: ownDirection.name,
    postProcessPassResolved: true,
    // React escapes; escaping twice would show entities in names.
    interpolation: { escapeValue: false, alwaysFormat: true },
    initAsync: false,
  });

tellPage(i18n.language);

/** @param chosen a BCP 47 tag; empty, or of no language that is spoken here: as the system has it. */
export function speak(chosen: string): void {
  const language = languageFor(chosen);
  if (language === i18n.language) return;
  tellPage(language);
  void i18n.changeLanguage(language);
}

/** How much of what Vigil says is said in this language, from 0 to 1; the rest is said in English. */
export function shareOf(language: string): number {
  return shareTranslated(texts[language] ?? {}, texts['en'] ?? {});
}

function languageFor(chosen: string): string {
  return spoken.includes(chosen) ? chosen : chooseLanguage(navigator.languages, spoken);
}

function tellPage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
