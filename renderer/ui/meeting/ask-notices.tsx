/** What others ask. They can ask; the person in front of this window decides. */
import { ArrowRight, DoorOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Ask } from '../../state/contract';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { NextNotice } from '../planning/next-notice';

type PlainAsk = Extract<Ask, { kind: 'end' | 'move' }>;

export function AskNotices({ asks }: { asks: readonly Ask[] }) {
  return asks
    .filter((ask) => ask.kind !== 'removals')
    .map((ask, index) => {
      const key = `${ask.kind} ${index.toString()}`;
      return ask.kind === 'next' ? <NextNotice key={key} ask={ask} /> : <AskNotice key={key} ask={ask} />;
    });
}

function AskNotice({ ask }: { ask: PlainAsk }) {
  const { t } = useTranslation();
  const { answerAsk } = useActions();
  const { kind } = ask;
  const name = kind === 'move' ? nameInText(t, ask.from) : '';
  const answer = (yes: boolean) => () => {
    answerAsk(kind, yes);
  };
  return (
    <NoticeBox
      tone="calling"
      icon={kind === 'end' ? DoorOpen : ArrowRight}
      title={t(`group:asks.${kind}.title`, { name })}
      testId={`ask-${kind}`}
    >
      <p>{t(`group:asks.${kind}.text`, { name })}</p>
      <div className="answers">
        <Button kind="line" data-testid={`ask-${kind}-yes`} onClick={answer(true)}>
          {t(`group:asks.${kind}.yes`)}
        </Button>
        <Button kind="line" data-testid={`ask-${kind}-no`} onClick={answer(false)}>
          {t(`group:asks.${kind}.no`)}
        </Button>
      </div>
    </NoticeBox>
  );
}
