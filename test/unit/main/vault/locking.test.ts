import { beforeEach, describe, expect, it, vi } from 'vitest';
import { requests, type MeetingView, type RequestName } from '../../../../shared/ipc';
import { guardedByLock } from '../../../../main/ipc/lock-guard';
import type { Handlers } from '../../../../main/ipc/server';
import type { Vault } from '../../../../main/vault/vault';

const electron = await vi.hoisted(async () => {
  const { EventEmitter } = await import('node:events');
  return { powerMonitor: Object.assign(new EventEmitter(), { getSystemIdleTime: () => 0 }) };
});
vi.mock('electron', () => electron);
const { Locking } = await import('../../../../main/vault/locking');

beforeEach(() => {
  electron.powerMonitor.removeAllListeners();
});

/** With a passphrase, and open at first. */
class FakeVault {
  isLocked = false;
  readonly hasPassphrase = true;
  readonly waitMs = 0;
  readonly settings = { lockAfterMinutes: null };
  lock(): void {
    this.isLocked = true;
  }
}

function begin(): {
  vault: FakeVault;
  locking: InstanceType<typeof Locking>;
  say: (view: MeetingView) => void;
} {
  const vault = new FakeVault();
  let meeting: MeetingView = { phase: 'none' };
  const locking = new Locking(vault as unknown as Vault, {
    meeting: () => meeting,
    locking: () => undefined,
    changed: () => undefined,
  });
  return {
    vault,
    locking,
    say: (view) => {
      meeting = view;
      locking.meetingChanged();
    },
  };
}

const inMeeting = { phase: 'inside' } as MeetingView;

describe('while the vault is locked', () => {
  it('all is refused but the passphrase and starting over', () => {
    const { vault } = begin();
    const handler = vi.fn(() => 'answered');
    const names = Object.keys(requests) as RequestName[];
    const guarded = guardedByLock(
      Object.fromEntries(names.map((name) => [name, handler])) as unknown as Handlers,
      () => vault.isLocked,
    ) as unknown as Record<string, () => unknown>;
    for (const name of names) expect(guarded[name]?.(), name).toBe('answered');
    vault.lock();
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
});

describe('the vault is locked', () => {
  it('when the computer sleeps', () => {
    const { vault } = begin();
    electron.powerMonitor.emit('suspend');
    expect(vault.isLocked).toBe(true);
  });

  it('after a meeting if it was to be locked in the middle of it, and not before', async () => {
    const { vault, locking, say } = begin();
    say(inMeeting);
    locking.lock();
    expect(vault.isLocked).toBe(false);
    say({ phase: 'none' });
    await vi.waitFor(() => {
      expect(vault.isLocked).toBe(true);
    });
  });
});
