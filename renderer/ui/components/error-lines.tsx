import { useTranslation } from 'react-i18next';
import type { Resources } from '../../locales/resources';
import type { ErrorCode } from '../../state/contract';

type Errors = Resources['errors'];
type InQuestion = { [Code in ErrorCode]: Errors[Code] extends { safe: string } ? Code : never }[ErrorCode];

/** What follows the title: whether it is safe, where that is in question, and what to do. */
export function SafeAndTodo({ code }: { code: ErrorCode }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {isInQuestion(code) && (
        <p>
          {t('common:three.safe')} {t(`errors:${code}.safe`)}
        </p>
      )}
      <p>{t(`errors:${code}.todo`)}</p>
    </>
  );

  /** A name that is too long puts nothing at risk, and has no words about it. */
  function isInQuestion(of: ErrorCode): of is InQuestion {
    return i18n.exists(`errors:${of}.safe`);
  }
}
