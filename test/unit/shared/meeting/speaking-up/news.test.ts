import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import { MAX_CHAT_NEWS } from '../../../../../shared/meeting/speaking-up/chat';
import { MAX_UNHEARD } from '../../../../../shared/meeting/speaking-up/outbox';
import { idOf } from '../../../../support/world/people';
import { World } from '../../../../support/world/world';
import { onTheWay } from './says';

beforeAll(cryptoReady);

it('a window that has seen some is handed the others, a bounded number at once, each once', () => {
  const world = new World('news of the chat');
  const [alice, bob] = world.gather(['Bob']);
  for (let count = 0; count < MAX_CHAT_NEWS + 30; count++) {
    alice?.meeting.speakingUp.chat.write(String(count), null);
    world.run(3100);
  }
  const speakingUp = bob!.meeting.speakingUp;
  const first = speakingUp.chat.news(0);
  expect(first.fresh).toHaveLength(MAX_CHAT_NEWS);
  expect(first.order).toHaveLength(MAX_CHAT_NEWS + 30);
  const rest = speakingUp.chat.news(first.seen);
  expect(rest.fresh).toHaveLength(30);
  expect([...first.fresh, ...rest.fresh].map(({ text }) => text)).toEqual(
    speakingUp.chat.messages.map(({ text }) => text),
  );
  expect(speakingUp.chat.news(rest.seen)).toMatchObject({ seen: rest.seen, fresh: [] });
  expect(rest.seen).toBe(speakingUp.view.chatCount);
  const [message] = rest.fresh;
  expect(speakingUp.chat.textOf(message?.id ?? '')).toBe(message?.text);
  expect(speakingUp.chat.textOf('nothing')).toBeNull();
});

it('whoever writes to one who takes nothing is told that it will not arrive', () => {
  const world = new World('not delivered');
  const [alice] = world.gather(['Bob']);
  const { speakingUp } = alice!.meeting;
  onTheWay(alice!, () => undefined);
  const answers = new Set<string>();
  for (let count = 0; count < MAX_UNHEARD + 3; count++) {
    const written = speakingUp.chat.write(String(count), idOf(alice!, 'Bob'));
    answers.add(written.ok ? 'written' : written.why);
    world.run(3100);
  }
  expect([...answers]).toEqual(['written', 'not-delivered']);
  expect(speakingUp.chat.messages.length).toBeLessThan(MAX_UNHEARD + 1);
});
