/** One meeting and what belongs to it, always the same: cases can be tried again. */
import { NO_HASH, signStatement } from '../../../../shared/membership/statement';
import { cryptoReady, ed25519FromSeed, type Secret } from '../../../../shared/crypto/sodium';
import {
  generateIdentitySeed,
  identityFromSeed,
  type IdentitySeed,
} from '../../../../shared/identity/identity';
import { deriveMeetingKeys } from '../../../../shared/invite/key-schedule';
import type { Invite, MeetingSecret } from '../../../../shared/invite/link';
import type { OneTimeSecret } from '../../../../shared/by-hand/text';
import type { CompactDescription } from '../../../../shared/wire/description';

await cryptoReady();

/** Unix seconds. */
export const NOW = 1_800_000_000;
export const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

/** The first from there on whose key is an identity. */
export function seedFrom(value: number): IdentitySeed {
  let next = value;
  return generateIdentitySeed((length) => filled(length, next++));
}
export const identityOf = (value: number): Uint8Array => identityFromSeed(seedFrom(value)).publicKey;

export const host = ed25519FromSeed(filled(32, 5));
export const invite: Invite = {
  open: false,
  expiry: NOW + 3600,
  secret: filled(32, 7) as MeetingSecret,
  hostKey: host.publicKey,
  hints: {
    title: 'Sunday',
    relays: ['wss://relay.example', 'wss://another.example'],
    turn: [{ url: 'turn:lent.example:3478?transport=udp', username: 'guest', credential: 'word' }],
  },
};
export const keys = deriveMeetingKeys(invite);
export const topic = filled(32, 11);
export const once = filled(16, 3) as OneTimeSecret;
export const envelopeKey = filled(32, 13) as Secret<'envelope key'>;

export const description: CompactDescription = {
  ufrag: 'aB3+',
  pwd: 'abcdefghijklmnopqrstuv+/',
  fingerprint: Uint8Array.from({ length: 32 }, (_, index) => index * 7),
  setup: 'actpass',
  candidates: [
    {
      protocol: 'udp',
      type: 'host',
      address: '192.168.1.20',
      port: 40_001,
      priority: 2_122_260_223,
      foundation: '1',
    },
    {
      protocol: 'udp',
      type: 'host',
      address: '2001:db8::17',
      port: 40_002,
      priority: 2_122_194_687,
      foundation: '2',
    },
    {
      protocol: 'udp',
      type: 'srflx',
      address: '203.0.113.9',
      port: 40_003,
      priority: 1_686_052_607,
      foundation: '3',
    },
  ],
};

export const meetingId = filled(32, 51);
export const anchor = { meetingId, hostKey: host.publicKey, open: false };
export const person = identityOf(61);
export const statements = [
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'admit', identity: person, perMeetingKey: person, lifts: [] },
  ),
  signStatement(host, meetingId, { number: 0, previous: NO_HASH }, { kind: 'lock' }),
  signStatement(host, meetingId, { number: 0, previous: NO_HASH }, { kind: 'silence-all', floor: [person] }),
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'co-host', identity: person, perMeetingKey: person },
  ),
  signStatement(
    host,
    meetingId,
    { number: 0, previous: NO_HASH },
    { kind: 'replace-link', linkHash: filled(32, 1) },
  ),
];

/** Of one section, for sound. */
export const media = {
  kind: 'offer' as const,
  transport: description,
  dataMid: '0',
  sections: [
    {
      kind: 'audio' as const,
      mid: '1',
      direction: 'sendrecv' as const,
      codecs: [
        {
          name: 'opus' as const,
          payloadType: 111,
          clockRate: 48_000,
          channels: 2,
          feedback: ['transport-cc' as const],
        },
      ],
      extensions: [{ id: 1, uri: 'urn:ietf:params:rtp-hdrext:sdes:mid' }],
      sources: [{ ssrc: 1234, cname: 'vigil' }],
    },
  ],
};

/** 16 bytes. */
export const peer = filled(16, 2);
