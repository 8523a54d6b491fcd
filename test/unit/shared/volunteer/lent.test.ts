import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  encodeLent,
  passName,
  readLent,
  turnLoginsOf,
  type LentVolunteer,
} from '../../../../shared/volunteer/lent';

const mark = Uint8Array.of(1, 2, 3, 4, 5, 6);
const until = 1_800_000_000;
const lent: LentVolunteer = {
  host: 'turn.example.org',
  relayPort: 8443,
  turn: { port: 3478, tlsPort: 443 },
  certificate: new Uint8Array(32).fill(7),
  pass: {
    until,
    mark,
    password: new Uint8Array(createHmac('sha1', 'secret').update(passName({ until, mark })).digest()),
  },
};

test('what is lent is told with a password that runs out, as a TURN server computes it', () => {
  const read = readLent(encodeLent(lent));
  expect(read).toEqual(lent);
  const [udp, ...others] = turnLoginsOf(read ?? lent);
  expect(udp).toEqual({
    url: 'turn:turn.example.org:3478?transport=udp',
    username: '1800000000:AQIDBAUG',
    credential: createHmac('sha1', 'secret').update('1800000000:AQIDBAUG').digest('base64'),
  });
  expect(others.map(({ url }) => url)).toEqual([
    'turn:turn.example.org:3478?transport=tcp',
    'turns:turn.example.org:443',
  ]);
});

test('a relay alone is lent without a password', () => {
  const relay = { ...lent, turn: null, pass: null };
  expect(readLent(encodeLent(relay))).toEqual(relay);
  expect(turnLoginsOf(relay)).toEqual([]);
});

test('what is too short, too long or no place is none', () => {
  const value = encodeLent(lent);
  expect(readLent(value.slice(0, -1))).toBeNull();
  expect(readLent(Uint8Array.of(...value, 0))).toBeNull();
  expect(readLent(value.fill(0, 0, 1))).toBeNull();
  expect(readLent(new Uint8Array(0))).toBeNull();
});
