/** Buttons under a pointer that has just been pressed, or under a key that still is. */
import { isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ViewModelProvider } from '../../../../../renderer/ui/context';
import { Answers } from '../../../../../renderer/ui/verification/verify-answers';
import { EmojiAnswers } from '../../../../../renderer/ui/verification/verify-emoji';
import type { EmojiView } from '../../../../../renderer/state/contract';
import type { ViewModel } from '../../../../../renderer/state/view-model';

vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

interface Props {
  isSettled?: boolean;
  children?: ReactNode;
  onClick?: (event: { detail: number }) => void;
  'data-testid'?: string;
}
type Drawn = ReactElement<Props>;

const emoji = vi.fn();
beforeEach(() => {
  emoji.mockReset();
});
const model = { actions: { emoji } } as unknown as ViewModel;

/** What a component draws the first time. */
function drawn(draw: () => ReactNode): Drawn {
  let result: ReactNode = null;
  const Probe = () => {
    result = draw();
    return null;
  };
  renderToStaticMarkup(
    <ViewModelProvider model={model}>
      <Probe />
    </ViewModelProvider>,
  );
  if (!isValidElement<Props>(result)) throw new Error('nothing was drawn');
  return result;
}

const six = { phase: 'comparing', emoji: [], mine: false, theirs: false } satisfies EmojiView;
const answersTo = (view: EmojiView): Drawn => drawn(() => EmojiAnswers({ view }));

describe('the answers to a comparison', () => {
  function answered(isSettled: boolean, detail: number): boolean[] {
    const answers: boolean[] = [];
    const box = drawn(() => Answers({ testId: 'x', isSettled, onAnswer: (same) => answers.push(same) }));
    for (const button of [box.props.children].flat() as Drawn[]) button.props.onClick?.({ detail });
    return answers;
  }

  it('are given by a click and by a key', () => {
    expect(answered(true, 1)).toEqual([false, true]);
    expect(answered(true, 0)).toEqual([false, true]);
  });

  it('are not given by the second click of two', () => {
    expect(answered(true, 2)).toEqual([]);
  });

  it('are not given in the moment in which they come', () => {
    expect(answered(false, 1)).toEqual([]);
    expect(answersTo(six).props.isSettled).toBe(false);
  });
});

describe('the buttons of the emoji', () => {
  it('start by a click at once, and by no second one', () => {
    const { onClick } = answersTo({ phase: 'idle' }).props;
    onClick?.({ detail: 2 });
    expect(emoji).not.toHaveBeenCalled();
    onClick?.({ detail: 1 });
    expect(emoji).toHaveBeenCalledExactlyOnceWith('start');
  });

  it.each([{ phase: 'waiting' }, { ...six, mine: true }] as const)(
    'stop nothing in the moment in which they come: %j',
    (view) => {
      answersTo(view).props.onClick?.({ detail: 1 });
      expect(emoji).not.toHaveBeenCalled();
    },
  );

  it('are others in each state, so that no key that is held reaches the next ones', () => {
    const states: EmojiView[] = [
      ...[{ phase: 'idle' } as const, { phase: 'waiting' } as const, six, { ...six, mine: true }],
      ...[{ phase: 'same' } as const, { phase: 'failed', why: 'cancelled' } as const],
    ];
    const keys = states.map((view) => answersTo(view).key);
    expect(new Set(keys.filter((key) => key !== null)).size).toBe(states.length);
  });
});
