/** The chain of one signer: how far its statements stand, and whether it contradicts itself. */
import { equalPublic } from '../bytes';
import { NO_HASH, type VerifiedStatement } from './statement';

export interface Chain {
  /** Numbers 0, 1, 2, … without a gap, each naming the hash of the one before. */
  standing: readonly VerifiedStatement[];
  /** At the number after them the signer contradicts itself: from there on nothing of it counts. */
  contradicted: boolean;
}

/** How far a signer's chain stands: what peers tell each other about it. */
export interface Head {
  /** 32 bytes. */
  signer: Uint8Array;
  /** How many statements stand. */
  count: number;
  /** Hash of the last of them, 32 bytes; NO_HASH if there is none. */
  hash: Uint8Array;
  contradicted: boolean;
}

/**
 * Walks up from number 0 until nothing follows, or until a number stands for two different statements or
 * does not name the one before. Order and repetition of `statements` do not matter.
 * @param statements of one signer.
 * @param limit numbers from here on do not count.
 */
export function chainOf(statements: Iterable<VerifiedStatement>, limit: number): Chain {
  const byNumber = new Map<number, VerifiedStatement[]>();
  for (const statement of statements) {
    const variants = byNumber.get(statement.number);
    if (!variants) byNumber.set(statement.number, [statement]);
    else if (!variants.some(({ hash }) => equalPublic(hash, statement.hash))) variants.push(statement);
  }
  const standing: VerifiedStatement[] = [];
  for (let number = 0; number < limit; number++) {
    const [statement, other] = byNumber.get(number) ?? [];
    if (!statement) break;
    if (other || !equalPublic(statement.previous, hashOfLast(standing)))
      return { standing, contradicted: true };
    standing.push(statement);
  }
  return { standing, contradicted: false };
}

export function headOf(signer: Uint8Array, { standing, contradicted }: Chain): Head {
  return { signer, count: standing.length, hash: hashOfLast(standing), contradicted };
}

function hashOfLast(standing: readonly VerifiedStatement[]): Uint8Array {
  return standing.at(-1)?.hash ?? NO_HASH;
}
