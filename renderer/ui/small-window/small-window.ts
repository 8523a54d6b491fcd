/**
 * The small window that stays on top: a picture of the system's own (Picture-in-Picture), so that no second window of
 * the page is ever opened. It ends with the meeting, also where the system opens it too late.
 */

/** Buttons that the system draws over the picture (Media Session). */
export interface CallButtons {
  setActionHandler: (action: 'togglemicrophone' | 'hangup', pressed: (() => void) | null) => void;
  /** Newer ones answer with a promise, earlier ones with nothing. */
  setMicrophoneActive: (on: boolean) => unknown;
}

export interface SmallWindowPorts {
  /** Needs a press of a key or a button just before; rejects where the system refuses. */
  request: () => Promise<unknown>;
  exit: () => Promise<unknown>;
  buttons: CallButtons;
  changed: (isOpen: boolean) => void;
  toggleMicrophone: () => void;
  leave: () => void;
}

export class SmallWindow {
  #hasEnded = false;
  #isOpen = false;

  constructor(private readonly ports: SmallWindowPorts) {}

  toggle(): void {
    if (this.#isOpen) this.#exit();
    else if (!this.#hasEnded)
      this.ports.request().then(
        () => {
          this.#opened();
        },
        () => undefined,
      );
  }

  microphone(on: boolean): void {
    void attempt(() => this.ports.buttons.setMicrophoneActive(on));
  }

  /** The person, or the system, has closed it. */
  closed(): void {
    this.#isOpen = false;
    this.#offer(false);
    this.ports.changed(false);
  }

  /** The meeting is over. */
  end(): void {
    this.#hasEnded = true;
    this.#offer(false);
    if (this.#isOpen) this.#exit();
  }

  #opened(): void {
    if (this.#hasEnded) {
      this.#exit();
      return;
    }
    this.#isOpen = true;
    this.#offer(true);
    this.ports.changed(true);
  }

  #offer(areThere: boolean): void {
    const { buttons, toggleMicrophone, leave } = this.ports;
    buttons.setActionHandler('togglemicrophone', areThere ? toggleMicrophone : null);
    buttons.setActionHandler('hangup', areThere ? leave : null);
  }

  #exit(): void {
    void attempt(() => this.ports.exit());
  }
}

async function attempt(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch {
    // Closed meanwhile, or not to be had here.
  }
}
