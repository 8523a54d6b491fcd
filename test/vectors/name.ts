/** Names as people type them: what is shown of them, and which of them look the same. */
import { z } from 'zod';
import { cleanName } from '../../shared/identity/name';
import { looksAlike } from '../../shared/identity/name-key';
import { check, expectEqual, type Outcome } from './outcome';

const fileSchema = z.object({
  clean: z.array(z.object({ raw: z.string(), clean: z.string() })).default([]),
  alike: z.array(z.object({ a: z.string(), b: z.string(), alike: z.boolean() })).default([]),
});

export async function runNameVectors(file: unknown): Promise<Outcome[]> {
  const { clean, alike } = fileSchema.parse(file);
  const cleaned = clean.map(({ raw, clean: expected }) =>
    check(`clean ${JSON.stringify(raw)}`, () => {
      expectEqual('what is shown', JSON.stringify(cleanName(raw)), JSON.stringify(expected));
      expectEqual('what is shown of that', JSON.stringify(cleanName(expected)), JSON.stringify(expected));
    }),
  );
  const compared = alike.map(({ a, b, alike: expected }) =>
    check(`alike ${JSON.stringify(a)} ${JSON.stringify(b)}`, () => {
      const [one, other] = [cleanName(a), cleanName(b)];
      expectEqual('alike', String(looksAlike(one, other)), String(expected));
      expectEqual('alike the other way', String(looksAlike(other, one)), String(expected));
    }),
  );
  return Promise.all([...cleaned, ...compared]);
}
