import { Spotlight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';

/** Tells whoever is in the spotlight so, and by whom. */
export function SpotlightNotice({ meeting: { spotlight, rights } }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { endSpotlight } = useActions();
  const [read, setRead] = useState<string | null>(null);
  if (spotlight?.mine !== true || spotlight.id === read) return null;
  return (
    <NoticeBox
      tone="plain"
      icon={Spotlight}
      title={
        spotlight.by === ''
          ? t('spotlight:mine')
          : t('spotlight:mineBy', { name: nameInText(t, spotlight.by) })
      }
      testId="spotlight-mine"
      onDismiss={() => {
        setRead(spotlight.id);
      }}
    >
      <p>{t('spotlight:mineText')}</p>
      {rights !== 'none' && (
        <div className="answers">
          <Button kind="line" data-testid="spotlight-end" onClick={endSpotlight}>
            {t('spotlight:menu.end')}
          </Button>
        </div>
      )}
    </NoticeBox>
  );
}
