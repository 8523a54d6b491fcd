import { describe, expect, it } from 'vitest';
import type { RecorderView, RecordingView } from '../../../../../renderer/state/contract';
import { recordingNews, stagesOf } from '../../../../../renderer/ui/recording/recording-news';

const by = (name: string, change: Partial<RecorderView> = {}): RecorderView => ({
  ...{ peerId: name, name, number: 1, state: 'running', answer: 'asked' },
  ...change,
});
const none: RecordingView = { mine: { state: 'off' }, others: [] };
const of = (...others: RecorderView[]): RecordingView => ({ ...none, others });
const newsFrom = (before: RecordingView, now: RecordingView): string[] =>
  recordingNews(stagesOf(before), stagesOf(now)).map(({ what, name }) => `${name ?? 'mine'} ${what}`);

describe('what is said of recordings', () => {
  const announced = { state: 'announced' } as const;
  const silently = { ...announced, answer: 'unanswered' } as const;
  it.each<[string, RecordingView, RecordingView, string[]]>([
    ['one that begins', of(by('Bob', announced)), of(by('Bob')), ['Bob begun']],
    ['a second one', of(by('Bob')), of(by('Bob'), by('Carol')), ['Carol begun']],
    ['one that ends', of(by('Bob'), by('Carol')), of(by('Carol')), ['Bob ended']],
    ['one that ends as another begins', of(by('Bob')), of(by('Carol')), ['Bob ended', 'Carol begun']],
    [
      'the next one of the same person',
      of(by('Bob')),
      of(by('Bob', { number: 2 })),
      ['Bob ended', 'Bob begun'],
    ],
    ['one that is announced, which its dialog tells', none, of(by('Bob', announced)), []],
    ['one that no dialog tells', none, of(by('Bob', silently)), ['Bob about']],
    ['one that no dialog told, and begins', of(by('Bob', silently)), of(by('Bob')), ['Bob begun']],
    ['one that did not begin', of(by('Bob', announced)), none, []],
    ['one that is as it was', of(by('Bob')), of(by('Bob', { answer: 'answered' })), []],
  ])('tells of %s', (_, before, now, expected) => {
    expect(newsFrom(before, now)).toEqual(expected);
  });

  it('tells of the own one', () => {
    const mine: RecordingView = {
      mine: { state: 'running', number: 1, startedAt: 1, included: [] },
      others: [],
    };
    expect(newsFrom(none, mine)).toEqual(['mine begun']);
    expect(newsFrom(mine, none)).toEqual(['mine ended']);
  });
});
