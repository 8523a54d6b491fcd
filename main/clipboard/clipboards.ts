/** What is copied by Vigil itself: as the mode of this run demands it, and no longer there than it has to be. */
import { clipboard } from 'electron';
import { PassingClipboard } from './clearing-clipboard';
import { NumberClipboard } from './number-clipboard';
import { copyConcealed } from './concealed-clipboard';

export class Clipboards {
  /** For invite links, and texts that are as secret as they. */
  readonly passing: PassingClipboard;
  readonly numbers: NumberClipboard;

  /** @param isConcealed clipboard histories and clouds are to leave alone what is copied. */
  constructor(private readonly isConcealed: () => boolean) {
    const system = {
      readText: () => clipboard.readText(),
      writeText: (text: string) => this.copy(text),
      clear: () => {
        clipboard.clear();
      },
    };
    this.numbers = new NumberClipboard(system);
    this.passing = new PassingClipboard({
      clipboard: system,
      timer: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
    });
  }

  copy(text: string): Promise<void> {
    return this.isConcealed() ? copyConcealed(text) : clipboard.writeText(text);
  }
}
