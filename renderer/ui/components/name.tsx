import { useTranslation } from 'react-i18next';
import { withoutDirectionMarks } from '../text';

/** A name that somebody chose, kept apart from the words around it. */
export function Name({ of: name }: { of: string }) {
  const { t } = useTranslation();
  const shown = withoutDirectionMarks(name).trim();
  return <bdi className="cut">{shown === '' ? t('common:somebody') : shown}</bdi>;
}
