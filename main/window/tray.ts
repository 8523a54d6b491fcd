/** A symbol in the desktop's tray: mute, leave and show, without any name or title. */
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import type { MeetingView, TrayWords } from '../../shared/ipc';
import { trayPicture, type TrayShape } from './tray-picture';

export interface TrayEvents {
  show: () => void;
  setMicrophone: (on: boolean) => void;
  /** Asked once more in the window. */
  leave: () => void;
  quit: () => void;
}

export interface TrayState {
  view: MeetingView;
  words: TrayWords;
  /** How the person's own switch of the microphone stands, whatever a headset or the system does to it. */
  microphone: boolean;
  /** How many wait, in words; empty if nobody does. */
  waiting: string;
}

export class TraySymbol {
  #tray: Tray | null = null;
  #shown = '';

  constructor(private readonly events: TrayEvents) {}

  /** Null: no symbol. A system that refuses one breaks nothing. */
  follow(state: TrayState | null): void {
    try {
      if (state) this.#draw(state);
      else this.#remove();
    } catch {
      this.#tray = null;
    }
  }

  get isThere(): boolean {
    return this.#tray !== null;
  }

  #draw({ view, words, waiting, ...state }: TrayState): void {
    const isInside = view.phase === 'inside';
    const microphone = isInside && state.microphone;
    const shape: TrayShape = waiting !== '' ? 'waiting' : isInside ? 'meeting' : 'idle';
    const shown = JSON.stringify([shape, waiting, microphone, words]);
    if (this.#tray && shown === this.#shown) return;
    this.#shown = shown;
    if (!this.#tray) {
      this.#tray = new Tray(trayPicture(shape));
      this.#tray.on('click', this.events.show);
    } else this.#tray.setImage(trayPicture(shape));
    const says = waiting !== '' ? waiting : isInside ? words.inMeeting : '';
    this.#tray.setToolTip(says === '' ? 'Vigil' : `Vigil: ${says}`);
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#items(words, says, isInside, microphone)));
  }

  #items(
    words: TrayWords,
    says: string,
    isInside: boolean,
    microphone: boolean,
  ): MenuItemConstructorOptions[] {
    const { show, setMicrophone, leave, quit } = this.events;
    const inMeeting: MenuItemConstructorOptions[] = [
      { label: says, enabled: false },
      { type: 'separator' },
      {
        label: microphone ? words.mute : words.unmute,
        click: () => {
          setMicrophone(!microphone);
        },
      },
      { label: words.leave, click: leave },
      { type: 'separator' },
    ];
    return [
      ...(isInside ? inMeeting : []),
      { label: words.show, click: show },
      { label: words.quit, click: quit },
    ];
  }

  #remove(): void {
    const tray = this.#tray;
    this.#tray = null;
    tray?.destroy();
  }
}
