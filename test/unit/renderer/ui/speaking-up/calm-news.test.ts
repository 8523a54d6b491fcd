import { expect, it } from 'vitest';
import { CALM_MS, CalmNews, type NewsItem } from '../../../../../renderer/ui/speaking-up/calm-news';

const items = (...ids: string[]): NewsItem[] => ids.map((id) => ({ id, line: `line ${id}` }));

function calm() {
  const said: string[] = [];
  let due: (() => void) | null = null;
  const news = new CalmNews(
    (all) => said.push(all.map(({ id }) => id).join(' ')),
    (milliseconds, run) => {
      expect(milliseconds).toBe(CALM_MS);
      due = run;
      return () => {
        due = null;
      };
    },
  );
  const pass = (): void => {
    const run = due;
    due = null;
    run?.();
  };
  return { said, news, pass, isWaiting: () => due !== null };
}

it('what is there at first is no news', () => {
  const { said, news } = calm();
  news.follow(items('a', 'b'));
  expect(said).toEqual([]);
});

it('the first is said at once, and a flood of others together, no more often than every three seconds', () => {
  const { said, news, pass } = calm();
  news.follow([]);
  news.follow(items('a'));
  for (let count = 1; count <= 100; count++)
    news.follow(items(...Array.from({ length: count }, (_, index) => `f${String(index)}`)));
  expect(said).toEqual(['a']);
  pass();
  expect(said).toHaveLength(2);
  expect(said[1]?.split(' ')).toHaveLength(100);
  pass();
  news.follow(items('b'));
  expect(said.at(-1)).toBe('b');
});

it('nothing is said after the end', () => {
  const { said, news, isWaiting } = calm();
  news.follow([]);
  news.follow(items('a'));
  news.follow(items('a', 'b'));
  news.end();
  expect(isWaiting()).toBe(false);
  expect(said).toEqual(['a']);
});
