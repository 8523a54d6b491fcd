import type { TFunction } from 'i18next';
import type { PeerView } from '../../state/contract';
import { nameInText } from '../text';

/** Who shares what, in a sentence. */
export function sharesWords(t: TFunction, { name, share }: Pick<PeerView, 'name' | 'share'>): string {
  const names = { name: nameInText(t, name) };
  return share?.source === 'screen' ? t('sharing:theirs.screen', names) : t('sharing:theirs.window', names);
}
