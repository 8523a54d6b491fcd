import { useTranslation } from 'react-i18next';
import type { ChatMessageView } from '../../state/contract';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';
import { useCalmNews } from './use-calm-news';

/** Longer ones are read in the list. */
const MAX_ANNOUNCED = 120;

/** Tells screen readers of hands, reactions and messages of others, without taking the focus. */
export function SpeechAnnouncer({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const chat = useSelected((snapshot) => snapshot.chat);
  const { hands, reactions } = meeting.speakingUp;
  const name = (one: { name: string }): string => nameInText(t, one.name);

  const raised = useCalmNews(
    hands.map((hand, index) => ({
      id: hand.peerId,
      line: t('speaking:news.hand', { name: name(hand), place: index + 1 }),
    })),
  );
  const shown = useCalmNews(
    reactions.map((one) => ({
      id: one.id.toString(),
      line: t('speaking:news.reaction', {
        name: name(one),
        reaction: t(`speaking:reaction.${one.reaction}`),
      }),
    })),
  );
  const written = useCalmNews(
    chat.messages.filter(({ mine }) => !mine).map((message) => ({ id: message.id, line: lineOf(message) })),
  );

  function lineOf({ from, to, text }: ChatMessageView): string {
    const what = { name: name(from), text: text.slice(0, MAX_ANNOUNCED) };
    return to === null ? t('speaking:news.message', what) : t('speaking:news.private', what);
  }
  return (
    <div className="unseen" aria-live="polite">
      <p data-testid="news-hands">
        {raised.length > 1 ? t('speaking:news.hands', { count: raised.length }) : raised[0]?.line}
      </p>
      <p data-testid="news-reactions">
        {shown.length > 1
          ? `${shown[0]?.line ?? ''} ${t('speaking:news.more', { count: shown.length - 1 })}`
          : shown[0]?.line}
      </p>
      <p data-testid="news-messages">
        {written.length > 1 || (written.length > 0 && !chat.isOpen)
          ? t('speaking:news.messages', { count: written.length })
          : written[0]?.line}
      </p>
    </div>
  );
}
