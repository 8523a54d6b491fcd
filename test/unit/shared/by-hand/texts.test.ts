import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codePicture } from '../../../../renderer/ui/qr/qr-code';
import { ascii, concat, fromBase64Url, toBase64Url, uintBE } from '../../../../shared/bytes';
import { blake2b256, randomBytes, cryptoReady } from '../../../../shared/crypto/sodium';
import { VigilError } from '../../../../shared/errors';
import { packAddress, unpackAddress } from '../../../../shared/by-hand/address';
import {
  encodeHandAnswer,
  isOfMeeting,
  openHandAnswer,
  readHandAnswer,
} from '../../../../shared/by-hand/answer';
import {
  encodeHandInvitation,
  parseHandInvitation,
  type HandInvitation,
} from '../../../../shared/by-hand/invitation';
import { packDescription } from '../../../../shared/by-hand/description';
import { holdsHandText, sealedText, type OneTimeSecret } from '../../../../shared/by-hand/text';
import { encodeHints } from '../../../../shared/invite/hints';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import { parseLink, type Invite, type MeetingSecret } from '../../../../shared/invite/link';
import type { Candidate, CompactDescription } from '../../../../shared/wire/description';

beforeAll(cryptoReady);

const NOW = 1_800_000_000;
const invite: Invite = {
  open: false,
  expiry: NOW + 3600,
  secret: new Uint8Array(32).fill(7) as MeetingSecret,
  hostKey: new Uint8Array(32).fill(9),
  hints: { title: 'Sunday', relays: ['wss://relay.example', 'wss://another.example'], turn: [] },
};
const once = new Uint8Array(16).fill(3) as OneTimeSecret;

const candidate = (type: Candidate['type'], address: string, priority: number): Candidate => ({
  protocol: 'udp',
  type,
  address,
  port: 40_000 + (priority % 1000),
  priority,
  foundation: '842163049',
});
const described: CompactDescription = {
  ufrag: 'aB3+',
  pwd: 'abcdefghijklmnopqrstuv+/',
  fingerprint: Uint8Array.from({ length: 32 }, (_, index) => index * 7),
  setup: 'actpass',
  candidates: [
    candidate('host', '192.168.1.20', 2_122_260_223),
    candidate('host', '2001:db8::17', 2_122_194_687),
    candidate('srflx', '203.0.113.9', 1_686_052_607),
  ],
};
const most: CompactDescription = {
  ...described,
  candidates: [
    ...[1, 2, 3, 4].map((n) => candidate('host', `10.0.0.${String(n)}`, 2_000_000_000 - n)),
    ...[1, 2].map((n) => candidate('host', `2001:db8::${String(n)}`, 1_900_000_000 - n)),
    ...[1, 2, 3].map((n) =>
      candidate('host', `0000000${String(n)}-1111-2222-3333-444444444444.local`, 1_800_000_000 - n),
    ),
    ...[1, 2].map((n) => candidate('srflx', `203.0.113.${String(n)}`, 1_700_000_000 - n)),
    candidate('srflx', '2001:db8:1::1', 1_600_000_000),
    ...[1, 2].map((n) => candidate('relay', `198.51.100.${String(n)}`, 1000 - n)),
  ],
};

const invitationText = (change: Partial<HandInvitation> = {}): string =>
  encodeHandInvitation({ invite, once, description: described, ...change }) ?? 'none';
const answerText = (to = { invite, once }, description = described): string =>
  encodeHandAnswer(to, description, randomBytes(16)) ?? 'none';

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'good';
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}
const invitationCode = (text: string, now = NOW): string => codeOf(() => parseHandInvitation(text, now));
const answerCode = (text: string): string => codeOf(() => readHandAnswer(text));

const changedAt = (text: string, index: number): string =>
  `${text.slice(0, index)}${text[index] === 'A' ? 'B' : 'A'}${text.slice(index + 1)}`;

/** As the next version would make it: whole, by its checksum. */
function newer(text: string, word: 'meet' | 'answer'): string {
  const prefix = `vigil://${word}/`;
  const bytes = fromBase64Url(text.slice(prefix.length));
  bytes[0] = 3;
  const sum = blake2b256([ascii(`vigil-${word}-1`), bytes.subarray(0, -4)]).subarray(0, 4);
  bytes.set(sum, bytes.length - 4);
  return `${prefix}${toBase64Url(bytes)}`;
}

const said = ({ candidates }: CompactDescription): string[] =>
  candidates.map(({ type, address, port }) => `${type} ${address} ${String(port)}`);

describe('an invitation that is passed by hand', () => {
  it('comes back as it went: alone, in a sentence, and broken over lines', () => {
    const text = invitationText();
    for (const form of [text, `Come: ${text} – now`, `${text.slice(0, 70)}\n ${text.slice(70)}`]) {
      const read = parseHandInvitation(form, NOW);
      const hints = { title: 'Sunday', relays: ['wss://relay.example'], turn: [] };
      expect(read.invite).toEqual({ ...invite, hints });
      expect(read.once).toEqual(once);
      const { ufrag, pwd, fingerprint } = described;
      expect(read.description).toMatchObject({ ufrag, pwd, fingerprint, setup: 'active' });
      expect(said(read.description)).toEqual([
        'host 192.168.1.20 40223',
        'host 2001:0db8:0000:0000:0000:0000:0000:0017 40687',
        'srflx 203.0.113.9 40607',
      ]);
    }
  });

  it('comes back out of mail, filters and editors, and so does an answer', () => {
    const [text, answer] = [invitationText(), answerText()];
    for (const surround of [
      (one: string) => `Hello,\r\n${one.replace(/.{72}/g, '$&\r\n')}\r\nSee you\r\nBob`,
      (one: string) => `> ${one.replace(/.{60}/g, '$&\n> ')}\n> Bob\n`,
      (one: string) => `${one}and more`,
      (one: string) => `${one.slice(0, 60)}… <${one}>`,
      (one: string) =>
        `${one.slice(0, 90)}\u200b${one.slice(90).replaceAll('--', '—').replaceAll('_', '\\_')}`,
      (one: string) => `https://filter.example/?url=${encodeURIComponent(one)}&x=05%7C`,
      (one: string) => `${'x'.repeat(20_000)}\n${one}\n${'y'.repeat(20_000)}`,
    ]) {
      expect(parseHandInvitation(surround(text), NOW).once).toEqual(once);
      expect(readHandAnswer(surround(answer))).toEqual(readHandAnswer(answer));
    }
  });

  it('is short: at most 400 characters with all addresses that are told, and a code of less than 80 modules', () => {
    expect(invitationText().length).toBeLessThanOrEqual(334);
    const longest = invitationText({ description: most });
    expect(longest.length).toBeLessThanOrEqual(400);
    expect(codePicture(longest).size).toBeLessThan(80 + 8);
    expect(parseHandInvitation(longest, NOW).description.candidates).toHaveLength(8);
    expect(answerText(undefined, most).length).toBeLessThan(300);
  });

  it('keeps the best ways of each kind, in the order of their priority', () => {
    const { candidates } = parseHandInvitation(invitationText({ description: most }), NOW).description;
    const priorities = candidates.map(({ priority }) => priority);
    expect(priorities).toEqual(priorities.toSorted((a, b) => b - a));
    const addresses = candidates.map(({ address }) => address);
    expect(addresses).toContain('10.0.0.1');
    expect(addresses).toContain('10.0.0.2');
    expect(addresses).not.toContain('10.0.0.3');
    expect(addresses).toContain('203.0.113.1');
    expect(addresses).toContain('198.51.100.1');
  });

  it('leaves hints out rather than growing', () => {
    const hints = {
      title: 'x'.repeat(64),
      relays: [`wss://${'long.'.repeat(40)}example`, 'wss://b.example'],
      turn: [],
    };
    const read = parseHandInvitation(invitationText({ invite: { ...invite, hints } }), NOW);
    expect(read.invite.hints).toEqual({ title: '', relays: ['wss://b.example'], turn: [] });
  });

  it('cannot be made without an address', () => {
    expect(encodeHandInvitation({ invite, once, description: { ...described, candidates: [] } })).toBeNull();
    expect(encodeHandAnswer({ invite, once }, { ...described, candidates: [] }, randomBytes(16))).toBeNull();
  });

  it('tells cut-off, altered, expired, newer and too long ones apart', () => {
    const text = invitationText();
    expect(invitationCode('hello')).toBe('link-not-vigil');
    expect(invitationCode('vigil://meet/')).toBe('link-cut-off');
    for (let length = 17; length < text.length; length += 5) {
      expect(invitationCode(text.slice(0, length))).toBe('link-cut-off');
    }
    for (let index = 18; index < text.length; index += 3) {
      expect(invitationCode(changedAt(text, index))).toBe('link-altered');
    }
    expect(invitationCode(text, NOW + 3600)).toBe('link-expired');
    expect(invitationCode(newer(text, 'meet'))).toBe('link-from-newer-version');
    expect(invitationCode(`vigil://meet/Aw${text.slice(15)}`)).toBe('link-altered');
    expect(invitationCode(text.toLowerCase())).toBe('link-altered');
    expect(invitationCode(`vigil://meet/${'A'.repeat(900)}`)).toBe('link-too-long');
  });

  it('names no go-between, whoever made it: it would be asked before any door has proven itself', () => {
    const turn = [{ url: 'turn:a.example:3478?transport=udp', username: 'u', credential: 'p' }];
    const hints = encodeHints({ title: 'Sunday', relays: [], turn });
    const { expiry, secret, hostKey } = invite;
    const head = [Uint8Array.of(0), uintBE(expiry, 4), secret, hostKey, once, Uint8Array.of(hints.length)];
    const key = blake2b256([ascii('vigil-hand-invitation-1'), once], deriveMeetingKeys(invite).handKey);
    const packed = packDescription(described) ?? new Uint8Array();
    const text = sealedText('invitation', key, concat(...head, hints), packed);
    expect(parseHandInvitation(text, NOW).invite.hints).toEqual({ title: 'Sunday', relays: [], turn: [] });
  });

  it('fails where somebody altered it and computed the checksum anew', () => {
    const bytes = fromBase64Url(invitationText().slice('vigil://meet/'.length));
    for (let index = 3; index < bytes.length - 4; index++) {
      const altered = bytes.slice();
      altered[index] = (altered[index] ?? 0) ^ 1;
      const body = altered.subarray(0, -4);
      altered.set(blake2b256([ascii('vigil-meet-1'), body]).subarray(0, 4), body.length);
      expect(['link-altered']).toContain(invitationCode(`vigil://meet/${toBase64Url(altered)}`));
    }
  });

  it('is no invite link, and a link is no invitation', () => {
    expect(codeOf(() => parseLink(invitationText(), NOW))).toBe('link-not-vigil');
    expect(holdsHandText('invitation', invitationText())).toBe(true);
    expect(holdsHandText('answer', invitationText())).toBe(false);
    expect(holdsHandText('invitation', answerText())).toBe(false);
  });
});

describe('an answer that is passed by hand', () => {
  it('opens for the invitation that it answers, and for no other', () => {
    const read = readHandAnswer(`Here: ${answerText()}`);
    const opened = openHandAnswer(read, { invite, once });
    expect(opened).toMatchObject({ ufrag: 'aB3+', fingerprint: described.fingerprint, setup: 'passive' });
    expect(isOfMeeting(read, invite)).toBe(true);
    const another = new Uint8Array(16).fill(4) as OneTimeSecret;
    expect(openHandAnswer(read, { invite, once: another })).toBeNull();
    const elsewhere = { ...invite, hostKey: new Uint8Array(32) };
    expect(openHandAnswer(read, { invite: elsewhere, once })).toBeNull();
    expect(isOfMeeting(read, elsewhere)).toBe(false);
  });

  it('tells cut-off, altered, newer ones and other texts apart', () => {
    const text = answerText();
    expect(answerCode('hello')).toBe('hand-not-answer');
    expect(answerCode(invitationText())).toBe('hand-not-answer');
    for (let length = 15; length < text.length; length += 3)
      expect(answerCode(text.slice(0, length))).toBe('hand-answer-cut-off');
    for (let index = 20; index < text.length; index++)
      expect(answerCode(changedAt(text, index))).toBe('hand-answer-altered');
    expect(answerCode(newer(text, 'answer'))).toBe('hand-answer-newer');
    expect(answerCode(`vigil://answer/Aw${text.slice(17)}`)).toBe('hand-answer-altered');
    expect(answerCode(text.toUpperCase())).toBe('hand-answer-altered');
  });

  it('says nothing twice: two answers to one invitation share no bytes that could tie them together', () => {
    const [one, other] = [answerText(), answerText()].map((text) => readHandAnswer(text));
    expect(one?.mark).not.toEqual(other?.mark);
    expect(one?.sealed).not.toEqual(other?.sealed);
  });
});

it('no text whatever makes the readers throw anything but their codes', () => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map((one) => Buffer.from(one).toString('base64url'));
  const texts = fc.oneof(
    fc.string(),
    bytes.map((one) => `vigil://meet/Ag${one}`),
    bytes.map((one) => `vigil://answer/Ag${one}`),
    fc.nat(330).map((length) => invitationText().slice(0, length)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(invitationCode(text)).toMatch(/^link-|^good$/);
      expect(answerCode(text)).toMatch(/^hand-/);
    }),
    { numRuns: 500 },
  );
});

it('addresses come back as they went, and what is none is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const packed = packAddress(address);
      // An IPv6 literal may end in dotted form: that one hides an IPv4 address, and is not told.
      if (packed === null) expect(address).toMatch(/:.*\./);
      else expect(packAddress(unpackAddress(packed))).toEqual(packed);
    }),
  );
  const name = '0a1b2c3d-1111-2222-3333-444444444444.local';
  const packed = packAddress(name);
  expect(packed && unpackAddress(packed)).toBe(name);
  for (const bad of [
    '',
    'example.org',
    '1.2.3',
    '1.2.3.256',
    '1:2:3',
    '::1::',
    'x.local',
    '1:2:3:4:5:6:7:8:9',
  ])
    expect(packAddress(bad)).toBeNull();
});
