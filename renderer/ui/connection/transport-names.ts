import { useTranslation } from 'react-i18next';
import type { SwitchableTransport } from '../../state/contract';

/** Names of ways as they stand in a sentence, in a row. */
export function useTransportNames(): (ways: readonly SwitchableTransport[]) => string {
  const { t, i18n } = useTranslation();
  return (ways) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      ways.map((way) => t(`connection:inSentence.${way}`)),
    );
}
