/** Links that the system hands over wait until the window listens and the vault is open. */
import { VigilError, type ErrorCode } from '../shared/errors';

export interface SystemLinksOptions {
  /** The one with which the app was started. */
  first: string | null;
  isLocked: () => boolean;
  /** To its preview. Throws VigilError where there is none. */
  open: (link: string) => void;
  refused: (code: ErrorCode) => void;
}

export class SystemLinks {
  /** Came before the window could listen, or while the vault was locked. */
  #early: string | null;
  #windowListens = false;

  constructor(private readonly options: SystemLinksOptions) {
    this.#early = options.first;
  }

  /** Leads to its preview, or to a clear word why not. */
  open(link: string): void {
    const { isLocked, open, refused } = this.options;
    if (!this.#windowListens || isLocked()) {
      this.#early = link;
      return;
    }
    try {
      open(link);
    } catch (error) {
      refused(error instanceof VigilError ? error.code : 'internal');
    }
  }

  windowReady(): void {
    this.#windowListens = true;
    const link = this.#early;
    this.#early = null;
    // After the answer that is just being given.
    if (link !== null) setImmediate(() => this.open(link));
  }
}
