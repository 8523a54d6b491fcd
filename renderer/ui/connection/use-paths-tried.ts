import { useTranslation } from 'react-i18next';
import type { Trust } from '../../state/contract';
import { useSelected } from '../context';
import { isolated } from '../text';
import { pathsTried, type PathsTried } from './paths-tried';

/** What `pathsTried` says now; places: those that are not reached, as they stand in a sentence. */
export function usePathsTried(trust: Trust | null): { state: PathsTried['state']; places: string } {
  const { i18n } = useTranslation();
  const app = useSelected(({ app }) => app);
  const tried: PathsTried = app === null ? { state: 'all' } : pathsTried(app, trust);
  const places = tried.state === 'unreached' ? tried.places : [];
  return { state: tried.state, places: placesInText(places, i18n.language) };
}

/** Addresses in a row, for the middle of a sentence. */
export function placesInText(places: readonly string[], language: string): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(places.map(isolated));
}
