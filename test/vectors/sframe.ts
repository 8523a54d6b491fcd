/** SFrame vectors in the format of the RFC's own: headers, and whole frames of suites 4 and 5. */
import { webcrypto } from 'node:crypto';
import { z } from 'zod';
import { concat, fromHex, toHex } from '../../shared/bytes';
import { decodeSframeHeader, encodeSframeHeader } from '../../shared/media/sframe-header';
import {
  deriveSframeKey,
  openSframe,
  sealSframe,
  sframeLabel,
  sframeNonce,
  type SframeSuite,
  type Subtle,
} from '../../shared/media/sframe';
import { check, expectEqual, type Outcome } from './outcome';

const subtle = webcrypto.subtle as unknown as Subtle;
const hex = z.string();
/** JSON cannot hold 64-bit integers exactly; the header's encoding tells the true value. */
const integer = z.union([z.number(), z.string()]);
const headerSchema = z.object({ kid: integer, ctr: integer, encoded: hex });
const frameSchema = z.object({
  cipher_suite: z.number(),
  kid: integer,
  ctr: integer,
  base_key: hex,
  sframe_key_label: hex.optional(),
  sframe_salt_label: hex.optional(),
  sframe_key: hex.optional(),
  sframe_salt: hex.optional(),
  metadata: hex.default(''),
  nonce: hex.optional(),
  aad: hex.optional(),
  pt: hex,
  ct: hex,
});
const fileSchema = z.object({
  header: z.array(headerSchema).default([]),
  sframe: z.array(frameSchema).default([]),
});

function runHeader({ kid, ctr, encoded }: z.infer<typeof headerSchema>): void {
  expectEqual('header', toHex(encodeSframeHeader({ keyId: BigInt(kid), counter: BigInt(ctr) })), encoded);
  const { header, length } = decodeSframeHeader(fromHex(encoded));
  expectEqual('key id', String(header.keyId), String(BigInt(kid)));
  expectEqual('counter', String(header.counter), String(BigInt(ctr)));
  expectEqual('length', String(length), String(encoded.length / 2));
}

async function runFrame(vector: z.infer<typeof frameSchema>): Promise<void> {
  if (vector.cipher_suite !== 4 && vector.cipher_suite !== 5) throw new Error('unsupported cipher suite');
  const suite: SframeSuite = vector.cipher_suite;
  const keyId = BigInt(vector.kid);
  const counter = BigInt(vector.ctr);
  const metadata = fromHex(vector.metadata);
  if (vector.sframe_key_label !== undefined) {
    expectEqual('key label', toHex(sframeLabel('key', keyId, suite)), vector.sframe_key_label);
  }
  if (vector.sframe_salt_label !== undefined) {
    expectEqual('salt label', toHex(sframeLabel('salt', keyId, suite)), vector.sframe_salt_label);
  }
  const key = await deriveSframeKey(subtle, suite, fromHex(vector.base_key), keyId);
  if (vector.sframe_salt !== undefined) expectEqual('salt', toHex(key.salt), vector.sframe_salt);
  if (vector.nonce !== undefined) expectEqual('nonce', toHex(sframeNonce(key.salt, counter)), vector.nonce);
  if (vector.aad !== undefined) {
    expectEqual(
      'associated data',
      toHex(concat(encodeSframeHeader({ keyId, counter }), metadata)),
      vector.aad,
    );
  }
  expectEqual(
    'frame',
    toHex(await sealSframe(subtle, key, counter, metadata, fromHex(vector.pt))),
    vector.ct,
  );
  const opened = await openSframe(subtle, key, metadata, fromHex(vector.ct));
  expectEqual('opened frame', toHex(opened.plain), vector.pt);
}

/** 64-bit numbers are read as text, before JSON rounds them. */
export function exactIntegers(json: string): string {
  return json.replace(/("(?:kid|ctr)"\s*:\s*)(\d+)/g, '$1"$2"');
}

export async function runSframeVectors(file: unknown): Promise<Outcome[]> {
  const { header, sframe } = fileSchema.parse(file);
  return Promise.all([
    ...header.map((vector) =>
      check(`header ${vector.encoded}`, () => {
        runHeader(vector);
      }),
    ),
    ...sframe.map((vector) =>
      check(`suite ${String(vector.cipher_suite)} key ${String(vector.kid)}`, () => runFrame(vector)),
    ),
  ]);
}
