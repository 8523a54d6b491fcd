/** The screen must not go dark in the middle of a meeting. */
import { powerSaveBlocker } from 'electron';

export class ScreenAwake {
  #blocker: number | null = null;

  keep(awake: boolean): void {
    if (awake && this.#blocker === null) this.#blocker = powerSaveBlocker.start('prevent-display-sleep');
    if (!awake && this.#blocker !== null) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = null;
    }
  }
}
