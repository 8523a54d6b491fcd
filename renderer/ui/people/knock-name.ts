import type { TFunction } from 'i18next';
import type { KnockView } from '../../state/contract';
import { withoutDirectionMarks } from '../text';

/** Whatever that person wrote; who has written nothing is somebody. */
export function nameOf({ name }: KnockView, t: TFunction): string {
  return withoutDirectionMarks(name).trim() === '' ? t('common:somebody') : name;
}
