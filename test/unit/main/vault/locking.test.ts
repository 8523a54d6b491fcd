import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingView } from '../../../../shared/ipc';
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
  readonly retryAt = null;
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
