/** Copies safety numbers, and compares with what the person copied elsewhere. Read only when the person asks for it. */
import type { CopiedNumberVerdict } from '../../shared/ipc';
import { copiedNumber } from '../../shared/verification/copied-number';

export interface NumberClipboardPorts {
  readText: () => Promise<string>;
  writeText: (text: string) => Promise<void>;
  clear: () => void;
}

export class NumberClipboard {
  #copiedHere: string | null = null;

  constructor(private readonly ports: NumberClipboardPorts) {}

  async copy(groups: readonly string[]): Promise<void> {
    const text = groups.join(' ');
    await this.ports.writeText(text);
    this.#copiedHere = text;
  }

  /**
   * What was copied here agrees with itself and says nothing: it is taken away once, so that what comes next is from
   * elsewhere.
   */
  async compare(groups: readonly string[]): Promise<CopiedNumberVerdict> {
    // A clipboard that cannot be read holds no number.
    const text = await this.ports.readText().catch(() => '');
    const isOwn = text === this.#copiedHere;
    this.#copiedHere = null;
    if (isOwn) {
      this.ports.clear();
      return 'own-copy';
    }
    const number = copiedNumber(text);
    if (number === null) return 'nothing';
    return number === groups.join('') ? 'match' : 'no-match';
  }
}
