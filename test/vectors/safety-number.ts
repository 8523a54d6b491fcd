/** Safety numbers in Signal's form: two identifiers, two public keys, sixty digits. */
import { z } from 'zod';
import { fromHex } from '../../shared/bytes';
import { numericFingerprint } from '../../shared/identity/safety-number';
import { check, expectEqual, type Outcome } from './outcome';

const sideSchema = z.object({ identifier: z.string(), publicKey: z.string() });
const fileSchema = z.object({
  vectors: z.array(
    z.object({
      iterations: z.int().min(1).max(100_000).default(5200),
      local: sideSchema,
      remote: sideSchema,
      safetyNumber: z.string(),
    }),
  ),
});

export async function runSafetyNumberVectors(file: unknown): Promise<Outcome[]> {
  const { vectors } = fileSchema.parse(file);
  return Promise.all(
    vectors.map((vector, index) =>
      check(`safety number ${String(index)}`, () => {
        const [one, other] = [vector.local, vector.remote].map(({ identifier, publicKey }) => ({
          identifier: fromHex(identifier),
          publicKey: fromHex(publicKey),
        }));
        if (!one || !other) throw new Error('a safety number has two sides');
        const expected = vector.safetyNumber.replace(/\s/g, '');
        expectEqual('digits', numericFingerprint(one, other, vector.iterations), expected);
        expectEqual(
          'digits from the other side',
          numericFingerprint(other, one, vector.iterations),
          expected,
        );
      }),
    ),
  );
}
