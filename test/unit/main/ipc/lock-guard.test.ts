import { describe, expect, it } from 'vitest';
import { guardedByLock } from '../../../../main/ipc/lock-guard';
import type { Handlers } from '../../../../main/ipc/server';
import { requests } from '../../../../shared/ipc';

const names = Object.keys(requests) as (keyof Handlers)[];
const handlers = Object.fromEntries(names.map((name) => [name, () => name])) as unknown as Handlers;

function answered(isLocked: boolean): string[] {
  const guarded = guardedByLock(handlers, () => isLocked) as unknown as Record<string, () => string>;
  return names.filter((name) => {
    try {
      return guarded[name]?.() === name;
    } catch (error) {
      expect(error).toMatchObject({ code: 'locked' });
      return false;
    }
  });
}

describe('while the vault is locked', () => {
  it('only its own requests are answered', () => {
    expect(answered(true).sort()).toEqual(['lock:get', 'vault:start-over', 'vault:unlock']);
  });

  it('and once it is open all of them are', () => {
    expect(answered(false)).toEqual(names);
  });
});
