import { Info, LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmojiView } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { EmojiRow } from './emoji-row';
import { Icon } from '../components/icon';
import { NoticeBox } from '../components/notice-box';
import { isFirstClick, useSettled } from '../settled';
import { Answers } from './verify-answers';

/** Someone waits for this person, who has said nothing yet. */
export function isInVain(view: EmojiView): boolean {
  return view.phase === 'waiting' || (view.phase === 'comparing' && !view.mine);
}

/** Other buttons stand there in each. */
function stateOf(view: EmojiView): string {
  return view.phase === 'comparing' && view.mine ? 'said' : view.phase;
}

/** The comparison of six emoji. A mismatch is told elsewhere: it closes the connection. */
export function VerifyEmoji({ name, view }: { name: string; view: EmojiView }) {
  const { t } = useTranslation();
  const state = stateOf(view);
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with the state before.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, [state]);
  return (
    <>
      <div
        ref={place}
        tabIndex={-1}
        role="status"
        className="stack wide"
        data-testid="verify-emoji-state"
        data-phase={view.phase}
      >
        <Body name={name} view={view} />
      </div>
      <p className="notice plain">
        <Icon of={Info} />
        {t('verification:verify.emoji.voice')}
      </p>
    </>
  );
}

function Body({ name, view }: { name: string; view: EmojiView }) {
  const { t } = useTranslation();
  switch (view.phase) {
    case 'idle':
    case 'same':
      return <p>{t('verification:verify.emoji.idle', { name })}</p>;
    case 'waiting':
      return (
        <div className="verify-waiting">
          <Icon of={LoaderCircle} size="large" className="spin" />
          <strong>{t('verify-list:waiting', { name })}</strong>
          <p>{t('verify-list:waitingText')}</p>
        </div>
      );
    case 'comparing':
      return (
        <>
          <EmojiRow emoji={view.emoji} />
          <p className="row">
            {view.mine && <Icon of={LoaderCircle} className="spin" />}
            {t(view.mine ? 'verification:verify.emoji.waitingForOther' : 'verification:verify.emoji.look', {
              name,
            })}
          </p>
        </>
      );
    case 'failed': {
      const { why } = view;
      if (why === 'mismatch' || why === 'not-genuine')
        return (
          <NoticeBox title={t(`verification:verify.mismatch.title.${why === 'mismatch' ? 'emoji' : why}`)} />
        );
      return (
        <NoticeBox
          title={t(`verification:verify.emoji.failed.${why}`, { name })}
          testId="verify-emoji-failed"
        />
      );
    }
  }
}

/**
 * Each state's buttons stand where those of the state before stood: they are others, and only starting, which binds to
 * nothing, is done by a click that comes at once.
 */
export function EmojiAnswers({ view }: { view: EmojiView }) {
  const { t } = useTranslation();
  const { emoji } = useActions();
  const state = stateOf(view);
  const isSettled = useSettled(state);
  const button = (act: 'start' | 'cancel', words: 'start' | 'again' | 'cancel') => (
    <Button
      key={state}
      kind={act === 'start' ? 'main' : 'line'}
      className="all"
      data-testid={`verify-emoji-${act}`}
      aria-disabled={act === 'cancel' && !isSettled}
      onClick={(event) => {
        if (isFirstClick(event) && (act === 'start' || isSettled)) emoji(act);
      }}
    >
      {words === 'cancel' ? t('verify-list:stopAsking') : t(`verification:verify.emoji.${words}`)}
    </Button>
  );
  switch (view.phase) {
    case 'idle':
      return button('start', 'start');
    case 'same':
      return button('start', 'again');
    case 'waiting':
      return button('cancel', 'cancel');
    case 'comparing':
      if (view.mine) return button('cancel', 'cancel');
      return (
        <Answers
          key={state}
          testId="verify-emoji"
          isSettled={isSettled}
          onAnswer={(same) => {
            emoji(same ? 'same' : 'differ');
          }}
        />
      );
    case 'failed':
      return view.why === 'vanished' || view.why === 'cancelled' ? button('start', 'again') : null;
  }
}
