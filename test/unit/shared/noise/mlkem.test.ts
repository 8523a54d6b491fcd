/** ML-KEM-768 as Vigil uses it, against an implementation that shares no line with it. */
import { createMlKem768 } from 'mlkem';
import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import {
  cryptoReady,
  mlkem768Decapsulate,
  mlkem768Encapsulate,
  mlkem768KeyPair,
  randomBytes,
} from '../../../../shared/crypto/sodium';

const CASES = 1000;

/** Two thousand numbers compared one by one, some thousand times, would take most of the time. */
const hex = (...bytes: Uint8Array[]): string => bytes.map(toHex).join(' ');

beforeAll(cryptoReady);

describe('ML-KEM-768', () => {
  it(
    `agrees with another implementation in ${String(CASES)} random cases, altered ciphertexts included`,
    { timeout: 120_000 },
    async () => {
      const other = await createMlKem768();
      for (let count = 0; count < CASES; count++) {
        const [seed, m] = [randomBytes(64), randomBytes(32)];
        const { publicKey, secretKey } = mlkem768KeyPair(seed);
        const [otherPublic, otherSecret] = other.deriveKeyPair(seed);
        expect(hex(publicKey, secretKey)).toBe(hex(otherPublic, otherSecret));
        const { ciphertext, sharedSecret } = mlkem768Encapsulate(publicKey, m);
        expect(hex(ciphertext, sharedSecret)).toBe(hex(...other.encap(publicKey, m)));
        expect(hex(mlkem768Decapsulate(ciphertext, secretKey))).toBe(hex(sharedSecret));
        const place = (seed[0] ?? 0) * 4;
        ciphertext[place] = (ciphertext[place] ?? 0) ^ 1;
        const rejected = mlkem768Decapsulate(ciphertext, secretKey);
        expect(hex(rejected)).toBe(hex(other.decap(ciphertext, secretKey)));
        expect(hex(rejected)).not.toBe(hex(sharedSecret));
      }
    },
  );

  it('refuses keys, ciphertexts and seeds of another length', () => {
    const { publicKey, secretKey } = mlkem768KeyPair(randomBytes(64));
    const { ciphertext } = mlkem768Encapsulate(publicKey, randomBytes(32));
    for (const change of [-1, 1]) {
      const resized = (bytes: Uint8Array): Uint8Array => {
        const other = new Uint8Array(bytes.length + change);
        other.set(bytes.subarray(0, other.length));
        return other;
      };
      expect(() => mlkem768KeyPair(randomBytes(64 + change))).toThrow(/length/);
      expect(() => mlkem768Encapsulate(resized(publicKey), randomBytes(32))).toThrow(/length/);
      expect(() => mlkem768Encapsulate(publicKey, randomBytes(32 + change))).toThrow(/length/);
      expect(() => mlkem768Decapsulate(resized(ciphertext), secretKey)).toThrow(/length/);
      expect(() => mlkem768Decapsulate(ciphertext, resized(secretKey))).toThrow(/length/);
    }
  });
});
