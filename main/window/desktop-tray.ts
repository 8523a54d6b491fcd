/** The tray on this desktop: whether there is one, when Vigil shows in it, and whether the window may hide there. */
import type { MeetingView, TrayService, TrayWords } from '../../shared/ipc';
import { TraySymbol, type TrayEvents } from './tray';
import { hasTrayHost } from './tray-host';

export interface DesktopTrayOptions extends TrayEvents {
  /** The window hides in the tray when it is closed. */
  stays: () => boolean;
  /** Whether there is a tray is known. */
  changed: () => void;
}

export class DesktopTray {
  readonly #symbol: TraySymbol;
  #isThere = false;
  #view: MeetingView = { phase: 'none' };
  #words: TrayWords | null = null;
  #waiting = '';
  #microphone = false;

  constructor(private readonly options: DesktopTrayOptions) {
    this.#symbol = new TraySymbol(options);
    void hasTrayHost().then((isThere) => {
      this.#isThere = isThere;
      options.changed();
      this.draw();
    });
  }

  get service(): TrayService {
    return this.#isThere ? 'works' : 'missing';
  }

  /** The window can be brought back by the symbol. */
  get takesWindow(): boolean {
    return this.options.stays() && this.#symbol.isThere;
  }

  speak(words: TrayWords): void {
    this.#words = words;
    this.draw();
  }

  /**
   * @param waiting how many wait, in words; empty if nobody does
   * @param microphone how the person's own switch stands
   */
  follow(view: MeetingView, waiting: string, microphone: boolean): void {
    this.#view = view;
    this.#waiting = waiting;
    this.#microphone = microphone;
    this.draw();
  }

  /** Also when what was chosen is another. */
  draw(): void {
    const view = this.#view;
    const isShown = this.#isThere && (view.phase === 'inside' || this.options.stays());
    const words = this.#words;
    this.#symbol.follow(
      isShown && words ? { view, words, waiting: this.#waiting, microphone: this.#microphone } : null,
    );
  }

  end(): void {
    this.#symbol.follow(null);
  }
}
