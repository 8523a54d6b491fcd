/** The screen must not go dark, nor the computer go to sleep, in the middle of a meeting. */
import { powerSaveBlocker } from 'electron';

export class ScreenAwake {
  #blocker: number | null = null;

  keep(awake: boolean): void {
    if (awake) this.#blocker ??= started();
    else if (this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}

/** Null where the system refuses: the meeting goes on as long as nobody lets it sleep. */
function started(): number | null {
  try {
    return powerSaveBlocker.start('prevent-display-sleep');
  } catch {
    return null;
  }
}
