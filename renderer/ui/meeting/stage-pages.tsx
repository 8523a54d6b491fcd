import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nameInText } from '../text';
import { Button, IconButton } from '../components/button';
import { SpeaksMark } from './speaks-mark';

interface StagePagesProps {
  /** From 0. */
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** Who speaks most, while that one is on another page. */
  speaker: { name: string; page: number } | null;
}

/** When not everybody fits: which part is shown, and a way to whoever speaks elsewhere. */
export function StagePages({ page, pages, onPage, speaker }: StagePagesProps) {
  const { t } = useTranslation();
  return (
    <div className="stage-pages" role="group" aria-label={t('meeting:stage.pages')}>
      <IconButton
        icon={ChevronLeft}
        label={t('meeting:stage.previous')}
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1);
        }}
      />
      <span className="digits small">{t('meeting:stage.page', { page: page + 1, pages })}</span>
      <IconButton
        icon={ChevronRight}
        label={t('meeting:stage.next')}
        disabled={page === pages - 1}
        data-testid="stage-next"
        onClick={() => {
          onPage(page + 1);
        }}
      />
      {speaker !== null && (
        <Button
          kind="line"
          className="elsewhere"
          data-testid="speaker-elsewhere"
          onClick={() => {
            onPage(speaker.page);
          }}
        >
          <SpeaksMark />
          <span className="cut">
            {t('meeting:stage.speaksElsewhere', { name: nameInText(t, speaker.name) })}
          </span>
        </Button>
      )}
    </div>
  );
}
