import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { ascii, fromBase64Url, toBase64Url, toHex } from '../../../../shared/bytes';
import { blake2b256, cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { deriveMeetingKeys, type MeetingKeys } from '../../../../shared/invite/key-schedule';
import { encodeLink, parseLink, type Invite, type MeetingSecret } from '../../../../shared/invite/link';

beforeAll(cryptoReady);

const NOW = 1_800_000_000;
const invite: Invite = {
  open: false,
  expiry: NOW + 3600,
  secret: new Uint8Array(32).fill(7) as MeetingSecret,
  hostKey: new Uint8Array(32).fill(9),
  hints: { title: 'Lesekreis 读书会', relays: ['wss://relay.example', 'ws://127.0.0.1:7777'], turn: [] },
};

function codeOf(text: string, now = NOW): string {
  try {
    parseLink(text, now);
    return 'good';
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

describe('an invite link', () => {
  it('comes back as it went: alone, in a sentence, broken over lines, and behind a page', () => {
    const link = encodeLink(invite);
    const payload = link.slice('vigil://join/'.length);
    const forms = [
      link,
      `  ${link}\n`,
      `Come: ${link}.`,
      `${link.slice(0, 70)}\n ${link.slice(70)}`,
      `https://example.org/m#${payload}`,
      `VIGIL://JOIN/${payload}`,
    ];
    for (const text of forms) expect(parseLink(text, NOW)).toEqual(invite);
  });

  it('tells cut-off, altered, expired and future links apart', () => {
    const link = encodeLink(invite);
    const payload = link.slice('vigil://join/'.length);
    const altered = `vigil://join/${payload.slice(0, 30)}${payload[30] === 'A' ? 'B' : 'A'}${payload.slice(31)}`;
    expect(codeOf('hello')).toBe('link-not-vigil');
    expect(codeOf('https://meeting.example/j/123')).toBe('link-not-vigil');
    expect(codeOf('vigil://join/')).toBe('link-cut-off');
    for (let length = 13; length < link.length - 1; length += 3) {
      expect(['link-cut-off', 'link-altered']).toContain(codeOf(link.slice(0, length)));
    }
    expect(codeOf(link.slice(0, 60))).toBe('link-cut-off');
    expect(codeOf(link.slice(0, -5))).toBe('link-cut-off');
    expect(codeOf(altered)).toBe('link-altered');
    expect(codeOf(link, NOW + 3600)).toBe('link-expired');
    const newer = fromBase64Url(payload);
    newer[0] = 3;
    newer.set(blake2b256([ascii('vigil-link-1'), newer.subarray(0, -4)]).subarray(0, 4), newer.length - 4);
    expect(codeOf(`vigil://join/${toBase64Url(newer)}`)).toBe('link-from-newer-version');
    expect(codeOf(`vigil://join/Aw${payload.slice(2)}`)).toBe('link-altered');
    expect(codeOf(`vigil://join/${'A'.repeat(2000)}`)).toBe('link-too-long');
  });

  it('never crashes, whatever is pasted', () => {
    const bytesAsLink = fc
      .uint8Array()
      .map((bytes) => `vigil://join/${Buffer.from(bytes).toString('base64url')}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), bytesAsLink), (text) => {
        expect(codeOf(text)).toMatch(/^link-/);
      }),
      { numRuns: 500 },
    );
  });

  it('is bound to host key, flags and expiry: whoever alters one gets other keys', () => {
    const changes: Partial<Invite>[] = [
      {},
      { open: true },
      { expiry: invite.expiry + 1 },
      { hostKey: new Uint8Array(32) },
      { secret: new Uint8Array(32) as MeetingSecret },
    ];
    const all = changes.map((change) => deriveMeetingKeys({ ...invite, ...change }));
    const picks = [
      ({ psk }: MeetingKeys) => psk,
      ({ meetingId }: MeetingKeys) => meetingId,
      ({ room }: MeetingKeys) => room.topicKey,
      ({ room }: MeetingKeys) => room.envelopeKey,
    ];
    for (const pick of picks) expect(new Set(all.map((keys) => toHex(pick(keys)))).size).toBe(changes.length);
    expect(deriveMeetingKeys({ ...invite, hints: { title: 'another', relays: [], turn: [] } })).toEqual(
      all[0],
    );
  });

  it('refuses hints that do not fit', () => {
    const relays = Array.from(
      { length: 10 },
      (_, index) => `wss://${'r'.repeat(100)}${String(index)}.example`,
    );
    expect(() => encodeLink({ ...invite, hints: { title: '', relays, turn: [] } })).toThrow(VigilError);
  });
});
