import { useTranslation } from 'react-i18next';
import { Brand } from './components/page';

export function Loading() {
  const { t } = useTranslation();
  return (
    <main className="loading" aria-busy="true" aria-label={t('common:loading')}>
      <Brand />
    </main>
  );
}
