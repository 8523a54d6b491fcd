import { useTranslation } from 'react-i18next';
import type { SwitchableTransport } from '../../state/contract';

/** Names of transports as they stand in a sentence, in a row. */
export function useTransportNames(): (transports: readonly SwitchableTransport[]) => string {
  const { t, i18n } = useTranslation();
  return (transports) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      transports.map((transport) => t(`connection:inSentence.${transport}`)),
    );
}
