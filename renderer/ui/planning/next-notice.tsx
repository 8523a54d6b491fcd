import { CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import type { Ask } from '../../state/contract';
import { useActions } from '../context';
import { isolated, nameInText, withoutDirectionMarks } from '../text';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useMeetingTimes } from './times';

/** The host offers the next meeting of a series: whoever takes it has it on the first page. */
export function NextNotice({ ask }: { ask: Extract<Ask, { kind: 'next' }> }) {
  const { t } = useTranslation();
  const { answerAsk } = useActions();
  const times = useMeetingTimes();
  const given = withoutDirectionMarks(ask.title).trim();
  const title = given === '' ? t('common:untitled') : isolated(given);
  const when = times.line(ask, systemClocks.wall());
  return (
    <NoticeBox
      tone="calling"
      icon={CalendarPlus}
      title={t('weekly:offer.title', { name: nameInText(t, ask.from) })}
      testId="ask-next"
    >
      <p>{t('weekly:offer.text', { title, when })}</p>
      <div className="answers">
        <Button
          kind="line"
          data-testid="ask-next-yes"
          onClick={() => {
            answerAsk('next', true);
          }}
        >
          {t('weekly:offer.yes')}
        </Button>
        <Button
          kind="line"
          data-testid="ask-next-no"
          onClick={() => {
            answerAsk('next', false);
          }}
        >
          {t('weekly:offer.no')}
        </Button>
      </div>
    </NoticeBox>
  );
}
