/**
 * Whoever closes the window in a meeting is asked first, since a click beside a button must not end a meeting of twelve.
 * To close it once more is an answer too, so that a page that hangs keeps nobody in.
 */
import type { MeetingView } from '../../shared/ipc';

export interface LeaveQuestionPorts {
  phase: () => MeetingView['phase'];
  /** Shows the question in the window. */
  ask: () => void;
  /** Closes the window. */
  close: () => void;
}

export class LeaveQuestion {
  #isAsked = false;

  constructor(private readonly ports: LeaveQuestionPorts) {}

  /** The window is to be closed. True: it stays, and the person is asked. */
  holds(): boolean {
    if (this.#isAsked || this.ports.phase() !== 'inside') return false;
    this.#isAsked = true;
    this.ports.ask();
    return true;
  }

  /** The person stays. */
  stays(): void {
    this.#isAsked = false;
  }

  /** The meeting is in another phase: whoever was asked and has left wanted to close the window. */
  follow(): void {
    const phase = this.ports.phase();
    if (!this.#isAsked || phase === 'inside') return;
    this.#isAsked = false;
    if (phase === 'none') this.ports.close();
  }
}
