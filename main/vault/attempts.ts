/** Wrong passphrases cost time, more with each. Kept beside the vault, so that a restart takes nothing off. */
import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
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
  private constructor(
    private readonly file: string,
    private counted: Counted,
    private readonly now: () => number,
  ) {}

  static async open(file: string, now: () => number = Date.now): Promise<Attempts> {
    try {
      const counted = attemptsSchema.parse(decodeCbor(new Uint8Array(await readFile(file))));
      // A clock that was set back must not lengthen the wait.
      return new Attempts(file, { ...counted, at: Math.min(counted.at, now()) }, now);
    } catch {
      return new Attempts(file, none, now);
    }
  }

  /** Unix milliseconds before which no passphrase is tried; null if one may be tried now. */
  get retryAt(): number | null {
    const { wrong, at } = this.counted;
    if (wrong === 0) return null;
    const until = at + Math.min(FIRST_DELAY_MS * 2 ** (wrong - 1), LONGEST_DELAY_MS);
    return until > this.now() ? until : null;
  }

  /** Counted before it is known to be wrong: pulling the plug saves nothing. Throws passphrase-wait. */
  async run<T>(attempt: () => Promise<T>): Promise<T> {
    if (this.retryAt !== null) throw new VigilError('passphrase-wait');
    const before = this.counted;
    await this.#set({ wrong: Math.min(before.wrong + 1, MOST_COUNTED), at: this.now() });
    try {
      const result = await attempt();
      await this.forget();
      return result;
    } catch (error) {
      const isWrong = error instanceof VigilError && error.code === 'passphrase-wrong';
      await this.#set(isWrong ? { ...this.counted, at: this.now() } : before);
      throw error;
    }
  }

  async forget(): Promise<void> {
    this.counted = none;
    await rm(this.file, { force: true }).catch(() => undefined);
  }

  /** Nobody is locked out because the disk is full. */
  async #set(counted: Counted): Promise<void> {
    this.counted = counted;
    await writeAtomically(this.file, encodeCbor({ ...counted })).catch(() => undefined);
  }
}
