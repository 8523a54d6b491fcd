/** All words on the screens: one folder for a language, one file for a subject. */
import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage } from './choose-language';
import type { Resources } from './resources';
import { finishedLanguages, texts } from './texts';

declare module 'i18next' {
  interface CustomTypeOptions {
    /** Keys are written with their namespace: `t('common:close')`. */
    defaultNS: ['common', ...(keyof Resources)[]];
    resources: Resources;
    strictInterpolationChecks: true;
  }
}

const spoken = finishedLanguages.filter((language) => language !== 'en');
const language = chooseLanguage(navigator.languages, ['en', ...spoken]);

export const i18n: I18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  defaultNS: 'common',
  ns: Object.keys(texts['en'] ?? {}),
  resources: texts,
  // React escapes; escaping twice would show entities in names.
  interpolation: { escapeValue: false },
  initAsync: false,
});

document.documentElement.lang = language;
document.documentElement.dir = i18n.dir(language);
