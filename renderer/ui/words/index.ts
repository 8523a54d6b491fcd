/** All words on the screens. No other file holds text that people read. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';
import { chooseLanguage } from './language';
import { zhHans } from './zh-hans';
import { zhHant } from './zh-hant';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof en };
  }
}

const language = chooseLanguage(navigator.languages.length > 0 ? navigator.languages : [navigator.language]);

export const words: i18n = createInstance();

void words.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  defaultNS: 'words',
  ns: ['words'],
  resources: { en: { words: en }, 'zh-Hans': { words: zhHans }, 'zh-Hant': { words: zhHant } },
  // React escapes; escaping twice would show entities in names.
  interpolation: { escapeValue: false },
  initAsync: false,
});

document.documentElement.lang = language;
