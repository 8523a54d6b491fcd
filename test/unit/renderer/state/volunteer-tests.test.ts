import { expect, test, vi } from 'vitest';
import { createVolunteerActions } from '../../../../renderer/state/volunteer-tests';
import type { VolunteerTest } from '../../../../renderer/state/volunteer-test-view';

const login = { url: 'turn:a.example:3478?transport=udp', username: 'u', credential: 'c' };

function actionsWith(answer: unknown, testTurn: unknown) {
  const news: VolunteerTest[] = [];
  const request = {
    'volunteer:add': () => Promise.resolve({ ok: true, value: { id: 'one' } }),
    'volunteer:test': () => Promise.resolve(answer),
  };
  const actions = createVolunteerActions(
    { request } as never,
    vi.fn(),
    (_id, test) => news.push(test),
    testTurn as never,
  );
  return { actions, news };
}

test('a text is tested as soon as it is kept: what main finds out first, then TURN, one after the other', async () => {
  const value = {
    server: { result: 'works', milliseconds: 3 },
    relay: null,
    turn: [
      { way: 'udp', ...login },
      { way: 'tls', ...login },
    ],
  };
  const results = [{ result: 'works', milliseconds: 5 }, { result: 'not-found' }];
  const { actions, news } = actionsWith({ ok: true, value }, () => Promise.resolve(results.shift()));
  expect(await actions.addVolunteer('text')).toBeNull();
  await expect.poll(() => news.at(-1)?.tls).toEqual({ result: 'no-answer' });
  expect(news[0]?.server).toEqual({ result: 'running' });
  expect(news.at(-1)).toMatchObject({
    server: { result: 'works' },
    relay: { result: 'not-used' },
    udp: { milliseconds: 5 },
  });
});

test('another certificate stops everything: nothing else is tried', async () => {
  const testTurn = vi.fn();
  const value = { server: { result: 'other-certificate' }, relay: { result: 'not-used' }, turn: [] };
  const { actions, news } = actionsWith({ ok: true, value }, testTurn);
  actions.testVolunteer('one');
  await expect.poll(() => news.at(-1)?.tls).toEqual({ result: 'not-used' });
  expect(testTurn).not.toHaveBeenCalled();
});
