import { useTranslation } from 'react-i18next';
import { inDigits } from '../locales/numbers';

/** Writes a number that stands by itself in the digits of the language. */
export function useDigits(): (value: number) => string {
  const { language } = useTranslation().i18n;
  return (value) => inDigits(value, language);
}
