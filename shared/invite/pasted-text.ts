/**
 * Links and texts by hand, as they come out of mail programs, chats, editors and filters. What surrounds a link is
 * changed there, and it is broken apart; its own characters stay. So a pasted text is read in all ways that are
 * plausible, and the checksum tells which reading is right (docs/protocol.md, Reading pasted text).
 */
import {
  backslashDecoded,
  filterDecoded,
  htmlDecoded,
  narrow,
  percentDecoded,
  plainLines,
  printableDecoded,
  unbroken,
  uncoloured,
  withoutPrefixes,
} from './escapes';
import { MAX_PASTED_LENGTH } from './pasted-length';

/** Empty, as no reading of its own, where there are no escapes but of percent signs. */
function everythingDecoded(text: string): string {
  const read = htmlDecoded(printableDecoded(backslashDecoded(text)));
  return read === text ? '' : percentDecoded(read);
}

const same = (text: string): string => text;

/** One way to read a pasted text. */
interface Reading {
  text: string;
  /** Of its lines something was taken away, so that words may touch which did not. */
  isRejoined: boolean;
}

/** A pasted text with its readings, each made only if it is asked for, and once for all kinds that are looked for. */
export class PastedText {
  readonly #made: Reading[] = [];
  readonly #rest: Generator<Reading>;

  private constructor(pasted: string) {
    this.#rest = readingsOf(plainLines(narrow(uncoloured(pasted.slice(0, MAX_PASTED_LENGTH)))));
  }

  static of(text: string | PastedText): PastedText {
    return typeof text === 'string' ? new PastedText(text) : text;
  }

  /** The text as it stands, and what it says where its escapes are understood. No two alike. */
  *readings(): Generator<Reading> {
    for (let index = 0; ; index++) {
      const reading = this.#made[index] ?? this.#next();
      if (reading === null) return;
      yield reading;
    }
  }

  #next(): Reading | null {
    // Not for…of, which would end the generator with the first that is taken.
    for (let next = this.#rest.next(); next.done !== true; next = this.#rest.next()) {
      const reading = next.value;
      if (this.#made.some(({ text }) => text === reading.text)) continue;
      this.#made.push(reading);
      return reading;
    }
    return null;
  }
}

function* readingsOf(text: string): Generator<Reading> {
  for (const decode of [same, percentDecoded, htmlDecoded, everythingDecoded, filterDecoded])
    yield { text: decode(text), isRejoined: false };
  // What programs put before lines, and lines that were broken inside an escape.
  const bare = withoutPrefixes(text);
  for (const lines of new Set([bare, unbroken(bare)]))
    for (const decode of [same, percentDecoded, everythingDecoded, filterDecoded])
      if (lines !== text) yield { text: decode(lines), isRejoined: true };
}
