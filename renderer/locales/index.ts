/** All words on the screens: one folder for a language, one file for a subject. */
import { createInstance, type BackendModule, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage } from './choose-language';
import { directionOf } from './direction';
import { digitsOfLanguage } from './numbers';
import { ownDirection } from './own-direction';
import type { Resources } from './resources';
import { english, otherLanguages, readWords } from './texts';
import { shareTranslated, type Words } from './translated';

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Keys are written with their namespace: `t('common:close')`. */
    defaultNS: ['common', ...(keyof Resources)[]];
    resources: Resources;
    strictInterpolationChecks: true;
  }
}

/** What there is to choose from: BCP 47 tags. */
export const spoken: readonly [string, ...string[]] = ['en', ...otherLanguages];

/** From files of the app itself. */
const words: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, namespace, tell) => {
    readWords(language, namespace).then(
      (keys) => {
        tell(null, keys ?? {});
      },
      (error: unknown) => {
        tell(error instanceof Error ? error : new Error('no words'), null);
      },
    );
  },
};

export const i18n: I18n = createInstance();

void i18n
  .use(words)
  .use(initReactI18next)
  .use(digitsOfLanguage)
  .use(ownDirection)
  .init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(english),
    resources: { en: english },
    partialBundledLanguages: true,
    // What is not translated yet is empty, and said in English.
    returnEmptyString: false,
    postProcess: ownDirection.name,
    postProcessPassResolved: true,
    // React escapes; escaping twice would show entities in names.
    interpolation: { escapeValue: false, alwaysFormat: true },
    initAsync: false,
  });

tellPage('en');
i18n.on('languageChanged', tellPage);

/**
 * Resolves when it is spoken; until then the one before is. Words that cannot be read are said in English.
 * @param chosen a BCP 47 tag; empty, or of no language that is spoken here: as the system has it.
 */
export async function speak(chosen: string): Promise<void> {
  await i18n.changeLanguage(languageFor(chosen));
}

/** Whether `speak` would change nothing. */
export function speaks(chosen: string): boolean {
  return languageFor(chosen) === i18n.language;
}

/** How much of what Vigil says is said in a language that was spoken already, from 0 to 1; the rest is said in English. */
export function shareOf(language: string): number {
  return shareTranslated((i18n.store.data[language] ?? {}) as Words, english);
}

function languageFor(chosen: string): string {
  return spoken.includes(chosen) ? chosen : chooseLanguage(navigator.languages, spoken);
}

function tellPage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
