import { expect, it, vi } from 'vitest';
import { requests } from '../../../../shared/ipc';
import { guardedByLock } from '../../../../main/ipc/lock-guard';
import type { Handlers } from '../../../../main/ipc/server';

it('while the vault is locked all is refused but the passphrase and starting over', () => {
  let isLocked = false;
  const handler = vi.fn(() => 'answered');
  const names = Object.keys(requests);
  const handlers = Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers;
  const guarded = guardedByLock(handlers, () => isLocked) as unknown as Record<string, () => unknown>;
  for (const name of names) expect(guarded[name]?.(), name).toBe('answered');
  isLocked = true;
  const answered = names.filter((name) => {
    try {
      return guarded[name]?.() === 'answered';
    } catch (error) {
      expect(error, name).toMatchObject({ code: 'locked' });
      return false;
    }
  });
  expect(answered.sort()).toEqual(['lock:get', 'vault:start-over', 'vault:unlock']);
});
