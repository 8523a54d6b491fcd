import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../state/contract';

/** The second and third of the three lines, under a title that is the first. */
export function SafeAndTodo({ code }: { code: ErrorCode }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t('common:three.safe')} {t(`errors:${code}.safe`)}
      </p>
      <p>{t(`errors:${code}.todo`)}</p>
    </>
  );
}
