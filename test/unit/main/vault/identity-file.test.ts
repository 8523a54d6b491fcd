import { beforeAll, describe, expect, it } from 'vitest';
import { IDENTITY_FILE_LENGTH, openIdentity, sealIdentity } from '../../../../main/vault/identity-file';
import { withChecksum } from '../../../../main/vault/checksum';
import { cryptoReady, randomBytes } from '../../../../shared/crypto/sodium';
import { generateIdentitySeed, type IdentitySeed } from '../../../../shared/identity/identity';
import { quickStretch } from '../../../support/world/vault';

const refusal = (code: string): object => expect.objectContaining({ name: 'VigilError', code }) as object;
const open = (file: Uint8Array, passphrase = 'carry me'): Promise<IdentitySeed> =>
  openIdentity(file, passphrase, quickStretch);

let seed: IdentitySeed;
let file: Uint8Array;
beforeAll(async () => {
  await cryptoReady();
  seed = generateIdentitySeed(randomBytes);
  file = await sealIdentity(seed, 'carry me', quickStretch);
});

describe('an exported identity', () => {
  it('comes back by its passphrase alone, and shows nothing', async () => {
    expect(file.length).toBe(IDENTITY_FILE_LENGTH);
    expect(await open(file)).toEqual(seed);
    await expect(open(file, 'carry him')).rejects.toEqual(refusal('passphrase-wrong'));
    expect(Buffer.from(file).includes(Buffer.from(seed))).toBe(false);
    expect(await sealIdentity(seed, 'carry me', quickStretch)).not.toEqual(file);
  });

  it('is refused with every single bit flipped, cut at every length, and lengthened', async () => {
    for (let index = 0; index < file.length; index++) {
      const flipped = file.map((byte, at) => (at === index ? byte ^ (1 << (index % 8)) : byte));
      const code = index === 8 ? /newer|invalid/ : /invalid/;
      await expect(open(flipped)).rejects.toMatchObject({ code: expect.stringMatching(code) as string });
      await expect(open(file.slice(0, index))).rejects.toEqual(refusal('identity-file-invalid'));
    }
    await expect(open(Uint8Array.of(...file, 0))).rejects.toEqual(refusal('identity-file-invalid'));
    await expect(open(new TextEncoder().encode('a letter'))).rejects.toEqual(
      refusal('identity-file-invalid'),
    );
  });

  it('is refused when it was altered with care: the parameters are sealed too', async () => {
    const body = file.slice(0, -16);
    for (const index of [9, 13, 14, 15, 40]) {
      const altered = withChecksum(body.map((byte, at) => (at === index ? byte ^ 2 : byte)));
      await expect(open(altered)).rejects.toMatchObject({ name: 'VigilError' });
    }
  });

  it('of a newer version is told apart', async () => {
    const newer = file.map((byte, index) => (index === 8 ? 2 : byte));
    await expect(open(newer)).rejects.toEqual(refusal('identity-file-newer'));
  });
});
