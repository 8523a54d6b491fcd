/** What people paste, scan and type: links, texts by hand, codes, names, addresses. */
import encodeQR from 'qr';
import { concat, toBase64Url, toHex, uintBE } from '../../../../shared/bytes';
import { encodeHandAnswer, openHandAnswer, readHandAnswer } from '../../../../shared/by-hand/answer';
import { packDescription, unpackDescription } from '../../../../shared/by-hand/description';
import { encodeHandInvitation, parseHandInvitation } from '../../../../shared/by-hand/invitation';
import { cleanName, nameBytes, readName } from '../../../../shared/identity/name';
import { encodeLink, findInvite, parseLink } from '../../../../shared/invite/link';
import { checkedPage } from '../../../../shared/invite/page-link';
import { PROTOCOL_VERSION } from '../../../../shared/invite/protocol-version';
import { checksumOf } from '../../../../shared/invite/text-kind';
import { decodeCodeText, encodeCodeText } from '../../../../shared/verification/code-text';
import { nat64PrefixOf, throughNat64 } from '../../../../shared/wire/nat64';
import { relayUrlOf, turnUrlsOf } from '../../../../shared/volunteer/place';
import {
  encodeVolunteerText,
  MAX_VOLUNTEER_TEXT,
  readVolunteerText,
  type AccessSecret,
} from '../../../../shared/volunteer/volunteer-text';
import { canonicalRelayUrl } from '../../../../shared/wire/relay-url';
import { canonicalTurnUrl } from '../../../../shared/wire/turn-url';
import { isPossibleIp, isPublicIp } from '../../../../shared/wire/ip-address';
import { findLink } from '../../../../main/deep-links';
import { parseProxyAddress, proxyUrl } from '../../../../main/private-mode/proxy-address';
import { readCode } from '../../../../renderer/qr/qr-reader';
import { bytesOf, must, textOf, type FuzzTarget } from '../target';
import { description, filled, identityOf, invite, NOW, once } from './samples';

const link = encodeLink(invite);
const invitation = encodeHandInvitation({ invite, once, description }) ?? '';
const answer = encodeHandAnswer({ invite, once }, { ...description, setup: 'passive' }, filled(16, 4)) ?? '';
const volunteerText = encodeVolunteerText({
  ...{ host: 'volunteer.example', relayPort: 8443, turn: { port: 3478, tlsPort: 443 } },
  certificate: filled(32, 5),
  secret: filled(32, 6) as AccessSecret,
});
const relayText = encodeVolunteerText({
  ...{ host: '[2001:db8::7]', relayPort: 443, turn: null, secret: null },
  certificate: filled(32, 5),
});
const bodyIn = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text.slice(text.lastIndexOf('/') + 1), 'base64url')).subarray(0, -4);
const inLines = (text: string, width: number, between: string): string =>
  (text.match(new RegExp(`.{1,${String(width)}}`, 'g')) ?? []).join(between);

/** As mail, chats and web pages hand a text on. */
const dressed = (text: string): string[] => [
  text,
  `Come in: <${text}>.`,
  encodeURIComponent(text),
  `<a href="${text.replaceAll('/', '&#47;')}">in</a>`,
  inLines(text, 75, '=\r\n'),
  inLines(text, 60, '\n> '),
  `https://vigil.example/join.html#${text.slice(text.lastIndexOf('/') + 1)}`,
  `\u001b[31m${text}\u001b[0m`,
];
const asCases = (texts: readonly string[]): Uint8Array[] => texts.map(bytesOf);
const linkWords = [
  'vigil://join/',
  'vigil://meet/',
  'vigil://answer/',
  '%3A',
  '&#x2f;',
  '=\n',
  '\n> ',
  '\u200b',
  '…',
];

function refused(error: unknown): boolean {
  return error instanceof Error && error.name === 'VigilError';
}

/** The text, or null where it is refused with a code. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (refused(error)) return null;
    throw error;
  }
}

const checkFound = (text: string): void => {
  const { invite: found, payload } = findInvite(text, NOW);
  const again = parseLink(`vigil://join/${payload}`, NOW);
  must(toHex(again.secret) === toHex(found.secret), 'the payload is of another meeting');
  must(found.expiry > NOW, 'an expired link was taken');
};

export const texts: readonly FuzzTarget[] = [
  {
    name: 'pasted-link',
    refuses: 'vigil-error',
    maxLength: 2048,
    seeds: () => asCases(dressed(link)),
    words: linkWords,
    run: (bytes) => {
      checkFound(textOf(bytes));
    },
  },
  {
    name: 'link-body',
    refuses: 'vigil-error',
    maxLength: 1200,
    seeds: () => [
      bodyIn(link),
      bodyIn(encodeLink({ ...invite, open: true, hints: { title: '', relays: [], turn: [] } })),
    ],
    run: (bytes) => {
      checkFound(`vigil://join/${toBase64Url(concat(bytes, checksumOf({ label: 'vigil-link-1' }, bytes)))}`);
    },
  },
  {
    name: 'pasted-by-hand',
    refuses: 'vigil-error',
    maxLength: 2048,
    seeds: () => asCases([invitation, answer].flatMap(dressed)),
    words: linkWords,
    run: (bytes) => {
      const text = textOf(bytes);
      orNull(() => parseHandInvitation(text, NOW));
      openHandAnswer(readHandAnswer(text), { invite, once });
    },
  },
  {
    name: 'by-hand-body',
    refuses: 'vigil-error',
    maxLength: 700,
    seeds: () => [invitation, answer].map((text) => bodyIn(text).subarray(3)),
    run: (bytes) => {
      const body = concat(Uint8Array.of(PROTOCOL_VERSION), uintBE(bytes.length + 7, 2), bytes);
      const whole = (word: string): string =>
        `vigil://${word}/${toBase64Url(concat(body, checksumOf({ label: `vigil-${word}-1` }, body)))}`;
      orNull(() => parseHandInvitation(whole('meet'), NOW));
      openHandAnswer(readHandAnswer(whole('answer')), { invite, once });
    },
  },
  {
    name: 'by-hand-description',
    refuses: 'error',
    maxLength: 512,
    seeds: () => [packDescription(description) ?? filled(1, 0)],
    run: (bytes) => {
      const unpacked = unpackDescription(bytes, 'active');
      const packed = packDescription(unpacked);
      must(packed === null || packed.length <= bytes.length, 'a description has grown');
    },
  },
  {
    name: 'volunteer-text',
    refuses: 'vigil-error',
    maxLength: 1024,
    seeds: () => asCases([volunteerText, `Here: ${inLines(volunteerText, 40, '\n')} Ola`, relayText]),
    words: ['vigil-volunteer:', '[::1]', '\n', ' '],
    run: (bytes) => {
      const read = readVolunteerText(textOf(bytes));
      const again = encodeVolunteerText(read);
      must(again.length <= MAX_VOLUNTEER_TEXT, 'a text is too long');
      must(encodeVolunteerText(readVolunteerText(again)) === again, 'a text reads as another one');
      turnUrlsOf(read);
      relayUrlOf(read);
    },
  },
  {
    name: 'code-text',
    refuses: 'none',
    maxLength: 300,
    seeds: () => {
      const [one, other] = [identityOf(60), identityOf(80)];
      return asCases([
        encodeCodeText({ kind: 'pair', shower: one, other }),
        encodeCodeText({ kind: 'identity', shower: one }),
      ]);
    },
    words: ['VIGIL-CODE:1:', 'VIGIL-IDENTITY:1:'],
    run: (bytes) => {
      const text = textOf(bytes);
      const code = decodeCodeText(text);
      must(code === null || encodeCodeText(code) === text, 'a code has two spellings');
    },
  },
  {
    name: 'code-picture',
    refuses: 'none',
    maxLength: 8192,
    seeds: () => [pictureOf('HELLO'), pictureOf('VIGIL-CODE:1:AB')],
    run: (bytes) => {
      const width = Math.max(1, Math.min(bytes[0] ?? 1, 90));
      const height = Math.floor((bytes.length - 1) / width);
      if (height < 1) return;
      const data = new Uint8ClampedArray(width * height * 4);
      for (let pixel = 0; pixel < width * height; pixel++)
        data.fill(bytes[1 + pixel] ?? 0, pixel * 4, pixel * 4 + 3);
      readCode({ width, height, data }, 'quick');
    },
  },
  {
    name: 'name',
    refuses: 'error',
    maxLength: 200,
    seeds: () =>
      asCases(['Mei Lin', 'नमस्ते', 'مریم‌السادات', '👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a\u202eb\u0301\u0301', '\ufeff \u2066x\u2069']),
    words: ['\u202e', '\u200d', '\u200c', '\ufe0f', '\u0301', '\u{e0067}', '\u1160'],
    run: (bytes) => {
      const clean = cleanName(textOf(bytes));
      must(cleanName(clean) === clean, 'a clean name is cleaned again');
      const short = nameBytes(clean);
      must(short.length <= 64, 'a name is too long');
      must(toHex(nameBytes(readName(short))) === toHex(short), 'a name changes on its way');
      readName(bytes);
    },
  },
  {
    name: 'addresses',
    refuses: 'vigil-error',
    maxLength: 300,
    seeds: () =>
      asCases([
        'wss://relay.example/path',
        'turns:turn.example:443?transport=tcp',
        'socks5://[::1]:9050',
        'https://vigil.example/join.html',
        '64:ff9b::c000:aa',
        '192.0.0.170',
      ]),
    words: ['wss://', 'turn:', 'turns:', '?transport=', 'socks5h://', '::', '[', ']', '.onion'],
    run: (bytes) => {
      const text = textOf(bytes);
      const relay = orNull(() => canonicalRelayUrl(text));
      must(relay === null || canonicalRelayUrl(relay) === relay, 'a relay has two spellings');
      const turn = orNull(() => canonicalTurnUrl(text));
      must(turn === null || canonicalTurnUrl(turn) === turn, 'a TURN server has two spellings');
      const proxy = orNull(() => parseProxyAddress(text));
      must(
        proxy === null || proxyUrl(parseProxyAddress(proxyUrl(proxy))) === proxyUrl(proxy),
        'a proxy has two spellings',
      );
      checkedPage(text, (address) => (URL.canParse(address) ? new URL(address) : null));
      must(!isPublicIp(text) || isPossibleIp(text), 'public, and no address');
      const prefix = nat64PrefixOf(text.split('\n'));
      if (prefix) throughNat64(prefix, '203.0.113.9');
    },
  },
  {
    name: 'start-arguments',
    refuses: 'none',
    maxLength: 1024,
    seeds: () => asCases([`vigil\0${link}`, 'vigil\0--flag\0https://vigil.example/#x']),
    words: ['\0', 'vigil:', 'https://', '#'],
    run: (bytes) => {
      const given = textOf(bytes).split('\0');
      const found = findLink(given);
      must(found === null || given.includes(found), 'a link that was not given');
    },
  },
];

/** One byte a pixel behind the width, two pixels a module and a quiet edge. */
function pictureOf(text: string): Uint8Array {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 2, scale: 2 });
  return concat(
    Uint8Array.of(rows.length),
    ...rows.map((row) => Uint8Array.from(row, (dark) => (dark ? 0 : 0xff))),
  );
}
