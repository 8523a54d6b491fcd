/** Signal's numeric fingerprint written anew from its definition, with Node's SHA-512 and big integers. */
import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { generateIdentitySeed, identityFromSeed } from '../../../../shared/identity/identity';
import { safetyNumber } from '../../../../shared/identity/safety-number';
import { seededRandom } from '../../../support/world/random';

beforeAll(cryptoReady);

const sha512 = (...parts: Buffer[]): Buffer => createHash('sha512').update(Buffer.concat(parts)).digest();

function thirtyDigits(identity: Uint8Array): string {
  const stableIdentifier = Buffer.from(identity);
  const publicKey = Buffer.concat([Buffer.from('05', 'hex'), stableIdentifier]);
  let hash: Buffer = Buffer.concat([Buffer.from('0000', 'hex'), publicKey, stableIdentifier]);
  for (let iteration = 0; iteration < 5200; iteration++) hash = sha512(hash, publicKey);
  const chunk = (index: number): bigint =>
    BigInt(`0x${hash.subarray(index * 5, index * 5 + 5).toString('hex')}`) % 100_000n;
  return [0, 1, 2, 3, 4, 5].map((index) => chunk(index).toString().padStart(5, '0')).join('');
}

it('forty random pairs have the numbers of an independent implementation', () => {
  const random = seededRandom('forty pairs');
  const person = (): Uint8Array => identityFromSeed(generateIdentitySeed(random)).publicKey;
  const seen = new Set<string>();
  for (let pair = 0; pair < 40; pair++) {
    const [one, other] = [person(), person()];
    const [left, right] = [thirtyDigits(one), thirtyDigits(other)];
    const expected = left < right ? left + right : right + left;
    expect(safetyNumber(one, other).join('')).toBe(expected);
    expect(safetyNumber(other, one).join('')).toBe(expected);
    seen.add(expected);
  }
  expect(seen.size).toBe(40);
}, 60_000);
