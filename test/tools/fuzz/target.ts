/** What a parser of Vigil looks like to the fuzzer. */

/** How it may refuse what it cannot read. */
export type Refusal =
  /** By VigilError alone, whose code becomes words on the screen. */
  | 'vigil-error'
  /** By any error that is not a fault of the program's own, such as a property of undefined. */
  | 'error'
  /** By its answer. */
  | 'none';

export interface FuzzTarget {
  name: string;
  refuses: Refusal;
  /** In bytes; longer cases are cut off. */
  maxLength: number;
  /** Valid ones, from which the hunt begins. */
  seeds: () => readonly Uint8Array[];
  /** Words that a parser looks for, which chance would hardly find. */
  words?: readonly string[];
  /** Throws `Wrong` where an answer cannot be right. */
  run: (bytes: Uint8Array) => void | Promise<void>;
}

/** The parser took what it had to refuse, or gave back something else than it took. */
export class Wrong extends Error {}

export function must(isRight: boolean, what: string): void {
  if (!isRight) throw new Wrong(what);
}

/** TypeErrors by which the platform and libsodium refuse bytes: no UTF-8, too short to be sealed. */
function isRefusal(error: TypeError & { code?: string }): boolean {
  return (
    error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || error.message.startsWith('ciphertext is too short')
  );
}

/** What the program does wrong, as against what it refuses. */
export function isFault(error: unknown, refuses: Refusal): boolean {
  if (refuses === 'none' || error instanceof Wrong || !(error instanceof Error)) return true;
  if (refuses === 'vigil-error') return error.name !== 'VigilError';
  if (error instanceof TypeError) return !isRefusal(error);
  return (
    error instanceof ReferenceError ||
    /call stack|Invalid (?:array|string|typed array) length|out of memory/i.test(error.message)
  );
}

/** UTF-8; behind a first byte of 255 UTF-16, which can hold what UTF-8 cannot. */
export function textOf(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff;
  return Buffer.from(bytes.subarray(isUtf16 ? 1 : 0)).toString(isUtf16 ? 'utf16le' : 'utf8');
}

export const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));
