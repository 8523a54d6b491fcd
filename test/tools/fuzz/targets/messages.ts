/** What members and the door say inside their channels, and what is signed. */
import { ascii, concat, uintBE } from '../../../../shared/bytes';
import { ed25519Sign } from '../../../../shared/crypto/sodium';
import { StatementSet } from '../../../../shared/membership/statement-set';
import { decodeDoorMessage, encodeDoorMessage } from '../../../../shared/meeting/messages/door-messages';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../shared/meeting/messages/member-messages';
import { decodeNext, encodeNext, NEXT_BODY_LENGTH } from '../../../../shared/meeting/messages/next-message';
import { decodeSpoken, encodeSpoken } from '../../../../shared/meeting/messages/spoken-events';
import { decodeCbor, encodeCbor, type CborValue } from '../../../../shared/wire/cbor';
import { must, type FuzzTarget } from '../target';
import {
  anchor,
  description,
  filled,
  host,
  media,
  meetingId,
  peer,
  statements,
  invite,
  NOW,
} from './samples';

const spoken = [
  encodeSpoken(0, { e: 'here', clock: 3, hand: 0, from: 0 }),
  encodeSpoken(1, { e: 'chat', clock: 4, text: 'Good evening' }),
  encodeSpoken(2, { e: 'private', clock: 4, place: 1, text: 'to you' }),
  encodeSpoken(3, { e: 'lower', peer, raised: 9 }),
];

const nextMeeting = { invite, startsAt: (NOW + 600) * 1000, zone: 'Europe/Berlin' };

export const messages: readonly FuzzTarget[] = [
  {
    name: 'door-message',
    refuses: 'error',
    maxLength: 3700,
    seeds: () => [
      encodeDoorMessage({ t: 'waiting', note: 'Soon.' }),
      encodeDoorMessage({ t: 'admitted', description, meetingId, psk: filled(32, 1) }),
      encodeDoorMessage({ t: 'denied', reason: 'full' }),
      encodeDoorMessage({ t: 'answer', description }),
    ],
    run: (bytes) => {
      decodeDoorMessage(bytes);
    },
  },
  {
    name: 'member-message',
    refuses: 'error',
    maxLength: 16_384,
    seeds: () =>
      [
        { t: 'statements', statements: statements.map(({ bytes }) => bytes) },
        { t: 'say', body: spoken[1] ?? filled(256, 0) },
        { t: 'key-wanted' },
        { t: 'bye' },
        { t: 'media', description: media, revision: 1 },
        { t: 'forward', to: peer, frame: filled(20, 1) },
      ].map((message) => encodeCbor(message as unknown as CborValue)),
    words: [
      'statements',
      'say',
      'bye',
      'forward',
      'forwarded',
      'media',
      'restart',
      'roster',
      'key',
      'key-wanted',
      'emoji',
      'renew',
      'ping',
      'pong',
      'view',
      'state',
      'invite',
      'introduce',
    ],
    run: (bytes) => {
      const message = decodeMemberMessage(bytes);
      if (message) decodeMemberMessage(encodeMemberMessage(message));
    },
  },
  {
    name: 'spoken-event',
    refuses: 'none',
    maxLength: 4096,
    seeds: () =>
      spoken.flatMap((body) => [concat(Uint8Array.of(0), body), concat(Uint8Array.of(1), contentOf(body))]),
    words: ['chat', 'private', 'hand', 'lower', 'reaction', 'here', 'applause'],
    run: (bytes) => {
      const rest = bytes.subarray(1);
      if (bytes[0] === 0) decodeSpoken(rest);
      else {
        const body = new Uint8Array(rest.length > 1022 ? 4096 : 1024);
        body.set(concat(uintBE(Math.min(rest.length, 4094), 2), rest.subarray(0, 4094)));
        decodeSpoken(body);
      }
    },
  },
  {
    name: 'statement',
    refuses: 'none',
    maxLength: 720,
    seeds: () =>
      statements.flatMap(({ bytes }) => [
        concat(Uint8Array.of(0), bytes),
        concat(Uint8Array.of(1), bytes.subarray(0, -64)),
      ]),
    run: (bytes) => {
      const rest = bytes.subarray(1);
      // Signed anew by the host: whoever may sign can still sign nonsense.
      const whole = bytes[0] === 0 ? rest : concat(rest, ed25519Sign(rest, host.secretKey));
      const set = new StatementSet(anchor);
      set.add(whole);
      set.add(statements[0]?.bytes ?? whole);
      must(set.size <= 3, 'one statement counts twice');
      must(set.membership.faults.length <= 3, 'more faults than statements');
    },
  },
  {
    name: 'next-meeting',
    refuses: 'none',
    maxLength: 1534,
    seeds: () => [contentOf(encodeNext(nextMeeting, meetingId, filled(32, 5)).body)],
    words: ['link', 'startsAt', 'zone', 'vigil://join/', 'Europe/Berlin'],
    run: (bytes) => {
      // Signed by the host: whoever may offer can still offer nonsense.
      const body = new Uint8Array(NEXT_BODY_LENGTH);
      body.set(concat(uintBE(bytes.length, 2), bytes));
      const signature = ed25519Sign(concat(ascii('vigil-next-1'), meetingId, body), host.secretKey);
      const next = decodeNext({ t: 'next', body, signature }, anchor, NOW);
      must(next === null || next.invite.expiry > NOW, 'an expired link was taken');
    },
  },
  {
    name: 'cbor',
    refuses: 'error',
    maxLength: 2048,
    seeds: () => [encodeCbor({ a: [1, 'ü', null, true, filled(3, 1)], b: { c: -1 } })],
    run: (bytes) => {
      encodeCbor(decodeCbor(bytes) as CborValue);
    },
  },
];

function contentOf(body: Uint8Array): Uint8Array {
  return body.subarray(2, 2 + ((body[0] ?? 0) << 8) + (body[1] ?? 0));
}
