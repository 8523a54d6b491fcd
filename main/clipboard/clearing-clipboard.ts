/** Copies what should not lie about: after a minute it is taken from the clipboard again, if it is still there. */

export const STAYS_MS = 60_000;

export interface ClipboardPorts {
  clipboard: {
    readText: () => Promise<string>;
    writeText: (text: string) => Promise<void>;
    clear: () => void;
  };
  /** Runs once after so many milliseconds, unless cancelled by the function returned. */
  timer: (milliseconds: number, run: () => void) => () => void;
}

export class PassingClipboard {
  #held: { text: string; cancel: () => void } | null = null;

  constructor(private readonly ports: ClipboardPorts) {}

  async copy(text: string): Promise<void> {
    await this.ports.clipboard.writeText(text);
    this.#held?.cancel();
    const cancel = this.ports.timer(STAYS_MS, () => {
      void this.clear();
    });
    this.#held = { text, cancel };
  }

  /** At once: Vigil is about to end, and nobody would do it later. What somebody else copied stays. */
  async clear(): Promise<void> {
    const held = this.#held;
    if (!held) return;
    this.#held = null;
    held.cancel();
    // A clipboard that cannot be read may hold anything by now: it is left alone.
    const now = await this.ports.clipboard.readText().catch(() => null);
    if (now === held.text && !this.#holdsAgain(held.text)) this.ports.clipboard.clear();
  }

  /** The same was copied anew meanwhile: it has its own time. */
  #holdsAgain(text: string): boolean {
    return this.#held?.text === text;
  }
}
