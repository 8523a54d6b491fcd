import { describe, expect, it } from 'vitest';
import { randomBytes } from '../../../../shared/crypto/sodium';
import { noHints } from '../../../../shared/invite/hints';
import { encodeLink, findInvite, type MeetingSecret } from '../../../../shared/invite/link';
import { checkedPage, MAX_PAGE_LENGTH, pageLink } from '../../../../shared/invite/page-link';

const check = (address: string): string | null =>
  checkedPage(address, (text) => (URL.canParse(text) ? new URL(text) : null));

describe('a page that opens invites', () => {
  it.each([
    ['https://example.org/join.html', 'https://example.org/join.html'],
    [' https://example.org ', 'https://example.org/'],
    ['HTTPS://Example.ORG:8443/a/../join.html', 'https://example.org:8443/join.html'],
    ['https://bücher.example/join.html', 'https://xn--bcher-kva.example/join.html'],
  ])('%s is kept as %s', (address, kept) => {
    expect(check(address)).toBe(kept);
  });

  it.each([
    '',
    'example.org/join.html',
    'http://example.org/join.html',
    'javascript:alert(1)',
    'vigil://join/',
    'file:///join.html',
    'https://',
    'https://somebody@example.org/',
    'https://somebody:secret@example.org/',
    'https://example.org/?page',
    'https://example.org/?',
    'https://example.org/join.html#',
    'https://example.org/#AgBq',
    `https://example.org/${'a'.repeat(MAX_PAGE_LENGTH)}`,
  ])('%s is none', (address) => {
    expect(check(address)).toBeNull();
  });

  it('has the link behind its #, which Vigil reads when it is pasted', () => {
    const now = 1_790_000_000;
    const invite = {
      open: false,
      expiry: now + 3600,
      secret: randomBytes(32) as MeetingSecret,
      hostKey: randomBytes(32),
      hints: { ...noHints, title: 'Reading circle' },
    };
    const link = encodeLink(invite);
    const address = pageLink('https://example.org/join.html', link);
    expect(new URL(address).hash).toBe(`#${link.slice('vigil://join/'.length)}`);
    for (const text of [address, `Join us: ${address}.`, `<${address}>`])
      expect(findInvite(text, now).invite).toEqual(invite);
  });
});
