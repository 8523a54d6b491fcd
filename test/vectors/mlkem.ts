/**
 * ML-KEM-768 vectors: of this project's form (`seed`, `publicKey`, `m`, `ciphertext`, `sharedSecret`, `secretKey`, each
 * where it is known), and of Project Wycheproof's four files (`seed`, `ek`, `dk`, `m`, `c`, `K`, `result`).
 */
import { z } from 'zod';
import { fromHex, toHex } from '../../shared/bytes';
import { mlkem768Decapsulate, mlkem768Encapsulate, mlkem768KeyPair } from '../../shared/crypto/sodium';
import { check, expectEqual, type Outcome } from './outcome';

const hex = z
  .string()
  .regex(/^(?:[0-9a-f]{2})*$/i)
  .optional();
const vectorSchema = z.object({
  seed: hex,
  publicKey: hex,
  secretKey: hex,
  m: hex,
  ciphertext: hex,
  sharedSecret: hex,
  note: z.string().optional(),
  result: z.enum(['valid', 'invalid', 'acceptable']).default('valid'),
});
type Vector = z.infer<typeof vectorSchema>;

const wycheproofSchema = z.object({
  testGroups: z.array(
    z.object({
      parameterSet: z.literal('ML-KEM-768'),
      tests: z.array(
        z.object({
          tcId: z.number(),
          comment: z.string().optional(),
          seed: hex,
          ek: hex,
          dk: hex,
          m: hex,
          c: hex,
          K: hex,
          result: z.enum(['valid', 'invalid', 'acceptable']),
        }),
      ),
    }),
  ),
});
const fileSchema = z.union([z.object({ vectors: z.array(vectorSchema) }), wycheproofSchema]);

function vectorsOf(file: z.infer<typeof fileSchema>): Vector[] {
  if ('vectors' in file) return file.vectors;
  return file.testGroups.flatMap(({ tests }) =>
    tests.map(({ tcId, comment, ek, dk, c, K, ...same }) => ({
      ...same,
      publicKey: ek,
      secretKey: dk,
      ciphertext: c,
      sharedSecret: K,
      note: `${String(tcId)} ${comment ?? ''}`.trim(),
    })),
  );
}

/** Whatever the vector tells enough of is computed; at least one result must be there to compare. */
function compute({ seed, publicKey, secretKey, m, ciphertext, sharedSecret }: Vector): void {
  let compared = 0;
  const expectHex = (what: string, actual: Uint8Array, expected: string | undefined): void => {
    if (expected === undefined) return;
    expectEqual(what, toHex(actual), expected.toLowerCase());
    compared++;
  };
  const own = seed === undefined ? null : mlkem768KeyPair(fromHex(seed));
  if (own) {
    expectHex('public key', own.publicKey, publicKey);
    expectHex('secret key', own.secretKey, secretKey);
  }
  const encapsulationKey = publicKey === undefined ? own?.publicKey : fromHex(publicKey);
  if (m !== undefined && encapsulationKey) {
    const made = mlkem768Encapsulate(encapsulationKey, fromHex(m));
    expectHex('ciphertext', made.ciphertext, ciphertext);
    expectHex('shared secret as encapsulated', made.sharedSecret, sharedSecret);
  }
  const decapsulationKey = secretKey === undefined ? own?.secretKey : fromHex(secretKey);
  if (ciphertext !== undefined && decapsulationKey)
    expectHex(
      'shared secret as decapsulated',
      mlkem768Decapsulate(fromHex(ciphertext), decapsulationKey),
      sharedSecret,
    );
  if (compared === 0) throw new Error('the vector has nothing to compare');
}

function runVector(vector: Vector): void {
  if (vector.result !== 'invalid') {
    compute(vector);
    return;
  }
  let refused = false;
  try {
    compute({ ...vector, ciphertext: vector.ciphertext === '' ? undefined : vector.ciphertext });
  } catch (error) {
    refused = /invalid|length/.test(error instanceof Error ? error.message : '');
  }
  if (!refused) throw new Error('it was not refused');
}

export async function runMlkemVectors(file: unknown): Promise<Outcome[]> {
  return Promise.all(
    vectorsOf(fileSchema.parse(file)).map((vector, index) =>
      check(`${String(index + 1)} ${vector.note ?? ''}`.trim(), () => {
        runVector(vector);
      }),
    ),
  );
}
