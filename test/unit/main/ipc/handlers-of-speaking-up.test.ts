import { beforeEach, expect, it, vi } from 'vitest';
import { requests } from '../../../../shared/ipc';
import type { MeetingRunner } from '../../../../main/meeting/runner';

const openExternal = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock('electron', () => ({ shell: { openExternal } }));
const { speakingUpHandlers } = await import('../../../../main/ipc/handlers/speaking-up');

const id = `${'a'.repeat(32)}:3`;
const text = 'All are here: https://photos.example.org/garden, and https://bank.example@evil.example/';

function made(isInTime = true, isPrivate = false) {
  const speakingUp = {
    chat: { textOf: (asked: string) => (asked === id ? text : null) },
    raiseHand: vi.fn(() => isInTime),
    lowerHand: vi.fn(() => isInTime),
    react: vi.fn(() => isInTime),
  };
  const copied: string[] = [];
  const copy = (what: string): Promise<void> => {
    copied.push(what);
    return Promise.resolve();
  };
  const runner = { speakingUp, quiet: {} } as unknown as MeetingRunner;
  return { handlers: speakingUpHandlers(runner, { copy }, () => isPrivate), copied };
}

beforeEach(() => {
  openExternal.mockReset();
  openExternal.mockResolvedValue(undefined);
});

it('opens a page that a message names', async () => {
  await made().handlers['chat:open-page']({ id, address: 'https://photos.example.org/garden' });
  expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://photos.example.org/garden');
});

it.each([
  'https://elsewhere.example/',
  'https://photos.example.org/',
  'https://bank.example@evil.example/',
  'file:///etc/passwd',
  'All',
  '',
])('opens and copies nothing else: %s', async (address) => {
  const { handlers, copied } = made();
  await expect(handlers['chat:open-page']({ id, address })).rejects.toMatchObject({ code: 'bad-request' });
  await expect(handlers['chat:copy-address']({ id, address })).rejects.toMatchObject({ code: 'bad-request' });
  expect(openExternal).not.toHaveBeenCalled();
  expect(copied).toEqual([]);
});

it('in private mode opens nothing, and still copies', async () => {
  const { handlers, copied } = made(true, true);
  const asked = { id, address: 'https://photos.example.org/garden' };
  await expect(handlers['chat:open-page'](asked)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(openExternal).not.toHaveBeenCalled();
  await handlers['chat:copy-address'](asked);
  expect(copied).toEqual([asked.address]);
});

it('says so where the system has nothing to open a page with', async () => {
  openExternal.mockRejectedValue(new Error('no browser'));
  await expect(
    made().handlers['chat:open-page']({ id, address: 'https://photos.example.org/garden' }),
  ).rejects.toMatchObject({ code: 'page-not-opened' });
});

it('copies a message, or an address in it, and nothing of one that is gone', async () => {
  const { handlers, copied } = made();
  await handlers['chat:copy']({ id });
  await handlers['chat:copy-address']({ id, address: 'https://photos.example.org/garden' });
  expect(copied).toEqual([text, 'https://photos.example.org/garden']);
  await expect(handlers['chat:copy']({ id: `${'b'.repeat(32)}:3` })).rejects.toMatchObject({
    code: 'no-such-message',
  });
});

it('what is done too often is refused with a code', () => {
  const { handlers } = made(false);
  expect(() => handlers['hand:raise']({ up: true })).toThrow('too-often');
  expect(() => handlers['hand:lower']({ peerId: 'a'.repeat(32) })).toThrow('too-often');
  expect(() => handlers['reaction:show']({ reaction: 'heart' })).toThrow('too-often');
});

it.each([
  ['chat:news', { seen: -1 }],
  ['chat:news', { seen: 0.5 }],
  ['chat:write', { text: 'x'.repeat(16_001), to: null }],
  ['chat:write', { text: 'x', to: 'Amara' }],
  ['chat:copy', { id: '../..' }],
  ['chat:open-page', { id, address: 'x'.repeat(4001) }],
  ['reaction:show', { reaction: 'sneer' }],
  ['silence:one', { peerId: '', on: true }],
  ['silence:all', { floor: Array.from({ length: 17 }, () => 'a'.repeat(32)) }],
] as const)('%s with %o is malformed', (name, argument) => {
  expect(requests[name].safeParse(argument).success).toBe(false);
});
