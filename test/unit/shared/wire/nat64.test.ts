import { describe, expect, it } from 'vitest';
import { nat64PrefixOf, throughNat64 } from '../../../../shared/wire/nat64';
import { ipv6Groups } from '../../../../shared/wire/ip-address';

/** RFC 6052, section 2.4: 192.0.2.33 behind each length of prefix. */
const published = [
  [32, '2001:db8:c000:221::', '2001:db8:c000:aa::'],
  [40, '2001:db8:1c0:2:21::', '2001:db8:1c0:0:aa::'],
  [48, '2001:db8:122:c000:2:2100::', '2001:db8:122:c000:0:aa00::'],
  [56, '2001:db8:122:3c0:0:221::', '2001:db8:122:3c0:0:aa::'],
  [64, '2001:db8:122:344:c0:2:2100::', '2001:db8:122:344:c0:0:aa00::'],
  [96, '2001:db8:122:344::192.0.2.33', '2001:db8:122:344::192.0.0.170'],
  [96, '64:ff9b::192.0.2.33', '64:ff9b::192.0.0.171'],
] as const;

describe('an address behind a NAT64', () => {
  it.each(published)('is made as RFC 6052 does, by a prefix of %i bits: %s', (bits, address, answer) => {
    const prefix = nat64PrefixOf(['2001:db8::1', answer]);
    expect(prefix?.bits).toBe(bits);
    if (prefix === null) return;
    expect(ipv6Groups(throughNat64(prefix, '192.0.2.33') ?? '')).toEqual(ipv6Groups(address));
  });

  it('is none for addresses of private networks and of this computer, and for what is no IPv4 address', () => {
    const prefix = nat64PrefixOf(['64:ff9b::c000:aa']);
    if (prefix === null) throw new Error('no prefix');
    for (const address of [
      '127.0.0.1',
      '10.0.0.1',
      '192.168.1.1',
      '169.254.1.1',
      '224.0.0.1',
      '300.1.1.1',
      'turn.example',
    ])
      expect(throughNat64(prefix, address)).toBeNull();
  });

  it('needs a resolver that makes one: other answers mean nothing', () => {
    expect(nat64PrefixOf([])).toBeNull();
    for (const answer of ['2001:db8::1', '::ffff:192.0.0.170', '::192.0.0.170', '192.0.0.170', 'rubbish'])
      expect(nat64PrefixOf([answer])).toBeNull();
    // No place of RFC 6052, byte 8 in use, and networks that lead to no router.
    for (const answer of [
      '2001:db8:0:c000:aa::',
      '2001:db8:122:344:100:0:192.0.0.170',
      'fe80::192.0.0.170',
      'fec0::192.0.0.170',
      'ff02::192.0.0.170',
      '2002:7f00:1::192.0.0.170',
    ])
      expect(nat64PrefixOf([answer])).toBeNull();
  });
});
