/** Wrong passphrases cost time, more with each. Kept beside the vault, so that a restart takes nothing off. */
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import type { Clocks, SteadyTime } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import { decodeCbor, encodeCbor } from '../../shared/wire/cbor';
import { writeAtomically } from '../files/atomic-file';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 5 * 60 * 1000;
const MOST_COUNTED = 1000;
const attemptsSchema = z.object({ wrong: z.int().min(0).max(MOST_COUNTED), at: z.number() });
type Counted = z.infer<typeof attemptsSchema>;

const none: Counted = { wrong: 0, at: 0 };

export class Attempts {
  #notBefore: SteadyTime;

  private constructor(
    private readonly file: string,
    private counted: Counted,
    private readonly clocks: Clocks,
  ) {
    // All that is known of what passed between two runs; if the clock was set back, the whole wait, and no more.
    const passed = Math.max(0, clocks.wall() - counted.at);
    this.#notBefore = clocks.steady() + delayAfter(counted.wrong) - passed;
  }

  static async open(file: string, clocks: Clocks): Promise<Attempts> {
    try {
      const counted = attemptsSchema.parse(decodeCbor(new Uint8Array(await readFile(file))));
      return new Attempts(file, counted, clocks);
    } catch {
      return new Attempts(file, none, clocks);
    }
  }

  /** Milliseconds in which no passphrase is tried yet; 0 if one may be tried now. */
  get waitMs(): number {
    return Math.max(0, Math.ceil(this.#notBefore - this.clocks.steady()));
  }

  /** Counted before it is known to be wrong: pulling the plug saves nothing. Throws passphrase-wait. */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    if (this.waitMs > 0) throw new VigilError('passphrase-wait');
    const before = this.counted;
    const wrong = Math.min(before.wrong + 1, MOST_COUNTED);
    await this.#count(wrong);
    try {
      const result = await attempt();
      await this.forget();
      return result;
    } catch (error) {
      const isWrong = error instanceof VigilError && error.code === 'passphrase-wrong';
      if (isWrong) await this.#count(wrong);
      else await this.#uncount(before);
      throw error;
    }
  }

  async forget(): Promise<void> {
    this.counted = none;
    this.#notBefore = -Infinity;
    await rm(this.file, { force: true }).catch(() => undefined);
  }

  async #count(wrong: number): Promise<void> {
    this.#notBefore = this.clocks.steady() + delayAfter(wrong);
    await this.#keep({ wrong, at: this.clocks.wall() });
  }

  /** There was no wait when it was tried. */
  async #uncount(before: Counted): Promise<void> {
    this.#notBefore = -Infinity;
    await this.#keep(before);
  }

  /** Nobody is locked out because the disk is full. */
  async #keep(counted: Counted): Promise<void> {
    this.counted = counted;
    await writeAtomically(this.file, encodeCbor({ ...counted })).catch(() => undefined);
  }
}

function delayAfter(wrong: number): number {
  return wrong === 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (wrong - 1), LONGEST_DELAY_MS);
}
