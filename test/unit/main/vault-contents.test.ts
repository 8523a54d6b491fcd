import { beforeAll, describe, expect, it } from 'vitest';
import { decodeContents, encodeContents, freshContents } from '../../../main/vault/contents';
import { cryptoReady } from '../../../shared/crypto/sodium';
import { encodeCbor } from '../../../shared/wire/cbor';

beforeAll(cryptoReady);

describe('what the vault holds', () => {
  it('comes back as it was', () => {
    const contents = freshContents();
    contents.settings.saveBandwidth = true;
    expect(decodeContents(encodeContents(contents))).toEqual(contents);
  });

  it('of an earlier version still opens: bandwidth was not saved then, and nothing locked itself', () => {
    const { identitySeed, settings } = freshContents();
    const earlier: Partial<typeof settings> = { ...settings };
    delete earlier.saveBandwidth;
    delete earlier.lockAfterMinutes;
    const bytes = encodeCbor({ identitySeed, settings: earlier });
    expect(decodeContents(bytes).settings).toEqual({
      ...earlier,
      saveBandwidth: false,
      lockAfterMinutes: 15,
    });
  });
});
