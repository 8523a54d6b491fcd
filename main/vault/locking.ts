/** When the vault is locked: on demand, when nobody is there, when the computer sleeps; never in a meeting. */
import { powerMonitor } from 'electron';
import type { LockView, MeetingView } from '../../shared/ipc';
import { watchIdle } from './idle-watch';
import type { Vault } from './vault';

export interface LockingOptions {
  meeting: () => MeetingView;
  /** It is about to be locked: let go of whatever was opened. */
  locking: () => void;
  changed: (view: LockView) => void;
}

export class Locking {
  /** Asked for in the middle of a meeting. */
  #isDue = false;

  constructor(
    private readonly vault: Vault,
    private readonly options: LockingOptions,
  ) {
    watchIdle({
      idleSeconds: () => powerMonitor.getSystemIdleTime(),
      limitMinutes: () => (vault.isLocked ? null : vault.settings.lockAfterMinutes),
      idle: () => {
        if (!this.#isInMeeting) this.lock();
      },
    });
    powerMonitor.on('suspend', () => {
      this.lock();
    });
  }

  /** The vault is locked, or will be when the meeting is over. */
  get isLockedOrDue(): boolean {
    return this.vault.isLocked || this.#isDue;
  }

  get view(): LockView {
    return this.vault.isLocked ? { state: 'locked', waitMs: this.vault.waitMs } : { state: 'open' };
  }

  /** Now, or when the meeting is over. */
  lock(): void {
    if (!this.vault.hasPassphrase) return;
    this.#isDue = this.#isInMeeting;
    if (this.#isDue) return;
    this.options.locking();
    this.vault.lock();
    this.tell();
  }

  /**
   * Rejects with VigilError passphrase-wrong, -wait or -no-memory, vault-store-unavailable or vault-damaged. The view is
   * told also then: how long to wait is part of it.
   */
  async unlock(passphrase: string): Promise<void> {
    try {
      await this.vault.unlock(passphrase);
    } finally {
      this.tell();
    }
  }

  tell(): void {
    this.options.changed(this.view);
  }

  meetingChanged(): void {
    if (!this.#isDue || this.#isInMeeting) return;
    // Not from within the meeting's own last steps.
    setImmediate(() => {
      if (this.#isDue) this.lock();
    });
  }

  get #isInMeeting(): boolean {
    const { phase } = this.options.meeting();
    return phase === 'inside' || phase === 'knocking';
  }
}
