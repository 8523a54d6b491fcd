import { expect, it } from 'vitest';
import type { ChatMessageView, ChatNewsView, VigilBridge } from '../../../../shared/ipc';
import { noChat, shownChat, withFiles, withNews } from '../../../../renderer/state/chat';
import { ChatFollower } from '../../../../renderer/state/chat-follower';
import type { FileView, MeetingNews } from '../../../../renderer/state/contract';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { Store } from '../../../../renderer/state/store';

const message = (id: string, mine = false): ChatMessageView => ({
  id,
  from: { peerId: 'a'.repeat(32), name: 'Amara' },
  mine,
  to: null,
  text: `text of ${id}`,
  at: 0,
  late: false,
});
const idsOf = (messages: readonly ChatMessageView[]): string[] => messages.map(({ id }) => id);

it('news stand in the order that all have, and what is no longer kept goes', () => {
  const first = withNews(noChat, { seen: 2, order: ['a', 'b'], fresh: [message('b'), message('a')] });
  const next = withNews(first, { seen: 3, order: ['c', 'b'], fresh: [message('c')] });
  expect(idsOf(first.messages)).toEqual(['a', 'b']);
  expect(idsOf(next.messages)).toEqual(['c', 'b']);
});

it('what others wrote while the chat is closed is unread, until it is opened', () => {
  const fresh = [message('a', true), message('b'), message('c')];
  const closed = withNews(noChat, { seen: 3, order: idsOf(fresh), fresh });
  expect(closed).toMatchObject({ unread: 2, firstNew: 'b' });
  const opened = shownChat(closed, true);
  expect(opened).toMatchObject({ unread: 0, firstNew: 'b' });
  const later = withNews(opened, { seen: 4, order: ['a', 'b', 'c', 'd'], fresh: [message('d')] });
  expect(later).toMatchObject({ unread: 0, firstNew: 'b' });
  expect(shownChat(later, false).firstNew).toBeNull();
});

/** Main with so many messages, which hands over two at once. */
function follower() {
  const store = new Store(initialSnapshot);
  const asked: number[] = [];
  const written: ChatMessageView[] = [];
  const waiting: (() => void)[] = [];
  const news = async ({ seen }: { seen: number }): Promise<{ ok: true; value: ChatNewsView }> => {
    asked.push(seen);
    const fresh = written.slice(seen, seen + 2);
    const value = { seen: seen + fresh.length, order: idsOf(written), fresh };
    await new Promise<void>((resolve) => waiting.push(resolve));
    return { ok: true, value };
  };
  const chat = new ChatFollower({ request: { 'chat:news': news } } as unknown as VigilBridge, store);
  const follow = (startedAt: number): void => {
    const speakingUp = { chatCount: written.length };
    chat.follow({ phase: 'inside', startedAt, speakingUp, files: [] as FileView[] } as MeetingNews);
  };
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { store, asked, written, chat, follow, answer };
}

it('main is asked for what is new and nothing else, one question at a time', async () => {
  const { store, asked, written, follow, answer } = follower();
  written.push(message('a'), message('b'), message('c'));
  follow(1);
  follow(1);
  await answer();
  await answer();
  expect(asked).toEqual([0, 2]);
  expect(idsOf(store.get().chat.messages)).toEqual(['a', 'b', 'c']);
  follow(1);
  expect(asked).toEqual([0, 2]);
  written.push(message('d'));
  follow(1);
  await answer();
  expect(asked).toEqual([0, 2, 3]);
  expect(idsOf(store.get().chat.messages)).toEqual(['a', 'b', 'c', 'd']);
});

it('what was written goes with the meeting, and an answer about another one is not taken', async () => {
  const { store, written, chat, follow, answer } = follower();
  written.push(message('a'));
  follow(1);
  await answer();
  written.push(message('b'));
  follow(1);
  chat.follow({ phase: 'none' });
  await answer();
  expect(store.get().chat).toEqual(noChat);
});

it('a file of others that is offered while the chat is closed is unread once', () => {
  const file = (id: string, mine: boolean): FileView => ({
    ...{ id, name: 'a.txt', size: 1, mine, from: { peerId: 'a'.repeat(32), name: 'Amara' }, to: null, at: 0 },
    ...{ state: 'offered', bytes: 0, wanted: 1, speed: null, receivers: [] },
  });
  const closed = withFiles(noChat, [file('a', true), file('b', false)]);
  expect(closed.unread).toBe(1);
  expect(withFiles(closed, [file('a', true), file('b', false)])).toBe(closed);
  expect(withFiles(shownChat(closed, true), [file('c', false)]).unread).toBe(0);
});
