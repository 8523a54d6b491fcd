import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { canonicalTurnUrl, checkedTurnLogin, MAX_TURN_BYTES } from '../../../../shared/wire/turn-url';

beforeAll(cryptoReady);

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return error instanceof VigilError ? error.code : 'another error';
  }
  return 'none';
};

describe('addresses of go-betweens', () => {
  it.each([
    ['turn.example.org', 'turn:turn.example.org:3478?transport=udp'],
    [' Turn.Example.ORG:80 ', 'turn:turn.example.org:80?transport=udp'],
    ['turn:turn.example.org', 'turn:turn.example.org:3478?transport=udp'],
    ['TURN:turn.example.org?transport=TCP', 'turn:turn.example.org:3478?transport=tcp'],
    ['turn.example.org?transport=tcp', 'turn:turn.example.org:3478?transport=tcp'],
    ['turns:turn.example.org', 'turns:turn.example.org:5349'],
    ['turns:turn.example.org:443?transport=tcp', 'turns:turn.example.org:443'],
    ['192.0.2.7:0443', 'turn:192.0.2.7:443?transport=udp'],
    ['[2001:DB8::7]', 'turn:[2001:db8::7]:3478?transport=udp'],
  ])('completes %s', (typed, canonical) => {
    expect(canonicalTurnUrl(typed)).toBe(canonical);
    expect(canonicalTurnUrl(canonical)).toBe(canonical);
  });

  it.each([
    '',
    'turn:',
    'turns:',
    'stun:stun.example.org',
    'turn://turn.example.org',
    'https://turn.example.org',
    'turn:user@turn.example.org',
    'turn.example.org:0',
    'turn.example.org:65536',
    'turn.example.org:123456',
    'turn:turn.example.org?transport=sctp',
    'turn:turn.example.org?transport=udp&x=1',
    'turns:turn.example.org?transport=udp',
    'turn.example.org/path',
    'turn..example.org',
    '-turn.example.org',
    'two words.example.org',
    `${'a'.repeat(250)}.org`,
    'türn.example.org',
  ])('refuses %s', (typed) => {
    expect(codeOf(() => canonicalTurnUrl(typed))).toBe('turn-url-invalid');
  });

  it('takes nothing that it would not write itself, whatever is typed', () => {
    const pieces = 'turn: turns: a . - : 3478 443 [ ::1 ] ?transport= udp tcp @ /'.split(' ');
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        const code = codeOf(() => canonicalTurnUrl(text));
        expect(['none', 'turn-url-invalid']).toContain(code);
        if (code !== 'none') return;
        taken++;
        const canonical = canonicalTurnUrl(text);
        expect(canonical).toMatch(/^(?:turn:[^?\s@/]+:\d+\?transport=(?:udp|tcp)|turns:[^?\s@/]+:\d+)$/);
        expect(canonicalTurnUrl(canonical)).toBe(canonical);
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

describe('logins of go-betweens', () => {
  const login = { url: 'turn.example.org', username: 'ruth', credential: ' as typed ' };

  it('keeps the password as it was typed', () => {
    expect(checkedTurnLogin(login)).toEqual({
      url: 'turn:turn.example.org:3478?transport=udp',
      username: 'ruth',
      credential: ' as typed ',
    });
  });

  it('needs a name and a password, which fit into a link with the address', () => {
    const { length } = 'turn:turn.example.org:3478?transport=udpruth';
    const longest = 'é'.repeat(Math.floor((MAX_TURN_BYTES - length) / 2));
    expect(codeOf(() => checkedTurnLogin({ ...login, credential: longest }))).toBe('none');
    for (const change of [{ username: ' ' }, { credential: '' }, { credential: `${longest}é` }])
      expect(codeOf(() => checkedTurnLogin({ ...login, ...change }))).toBe('turn-login-invalid');
  });
});
