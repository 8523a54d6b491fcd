import { useTranslation } from 'react-i18next';
import type { SwitchableWay } from '../../state/contract';

/** Names of ways as they stand in a sentence, in a row. */
export function useWayNames(): (ways: readonly SwitchableWay[]) => string {
  const { t, i18n } = useTranslation();
  return (ways) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
      ways.map((way) => t(`connection.inSentence.${way}`)),
    );
}
