import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Every trouble in the same order: what happened, is it safe, what to do. */
export function ThreeLines({ what, safe, todo }: { what: ReactNode; safe: ReactNode; todo: ReactNode }) {
  const { t } = useTranslation();
  return (
    <dl className="three">
      <div>
        <dt>{t('common:three.what')}</dt>
        <dd>{what}</dd>
      </div>
      <div>
        <dt>{t('common:three.safe')}</dt>
        <dd>{safe}</dd>
      </div>
      <div>
        <dt>{t('common:three.todo')}</dt>
        <dd>{todo}</dd>
      </div>
    </dl>
  );
}
