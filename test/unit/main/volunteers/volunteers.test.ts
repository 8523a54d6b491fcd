import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64Url } from '../../../../shared/bytes';
import { decodeHints, encodeHints, noHints } from '../../../../shared/invite/hints';
import { encodeLink, findInvite, MAX_LINK_LENGTH } from '../../../../shared/invite/link';
import { passName, turnLoginsOf } from '../../../../shared/volunteer/lent';
import {
  encodeVolunteerText,
  type AccessSecret,
  type Volunteer,
} from '../../../../shared/volunteer/volunteer-text';
import { icePolicy } from '../../../../main/meeting/ice/ice-policy';
import { createInvitation } from '../../../../main/meeting/invitation';
import { lentBy, policyFor, withVolunteers } from '../../../../main/meeting/meeting-start';
import { directly } from '../../../../main/rendezvous/nostr/relay-socket';
import type { KeptVolunteer } from '../../../../main/vault/volunteer-record';
import { connectPinned, OtherCertificate, pinnedAgents } from '../../../../main/volunteers/pinned-socket';
import { Pins } from '../../../../main/volunteers/pins';
import { testRelay, testServer } from '../../../../main/volunteers/test-volunteer';
import { Volunteers } from '../../../../main/volunteers/volunteers';
import { startRelay, type Relay } from '../../../../main/volunteer-server/relay/relay';
import { openState, type KeptState } from '../../../../main/volunteer-server/state-folder';

const NOW = 1_790_000_000;
const secret = new Uint8Array(32).fill(9) as AccessSecret;
const volunteer: Volunteer = {
  ...{ host: '203.0.113.7', relayPort: 8443, turn: { port: 3478, tlsPort: 443 } },
  certificate: new Uint8Array(32).fill(7),
  secret,
};
const here = (host: string) => Promise.resolve(host);

function volunteersOf(kept: KeptVolunteer[] = [], agents = () => directly) {
  const vault = {
    isLocked: false,
    volunteers: kept as readonly KeptVolunteer[],
    saveVolunteers: (now: readonly KeptVolunteer[]) => {
      vault.volunteers = now;
      return Promise.resolve();
    },
  };
  const options = {
    vault,
    agents,
    placeOf: here,
    wall: () => NOW * 1000,
    steady: () => 0,
    changed: () => {},
  };
  return {
    vault,
    volunteers: new Volunteers(options),
  };
}

describe('a volunteer whose text is pasted', () => {
  test('is used, and not lent before that is wanted; the window never gets text or secret', async () => {
    const { volunteers } = volunteersOf();
    const id = await volunteers.add(`Here: ${encodeVolunteerText(volunteer)}`);
    const [view] = volunteers.views;
    expect(view).toEqual({
      ...{ id, host: '203.0.113.7', parts: ['server', 'relay', 'udp', 'tcp', 'tls'] },
      ...{ use: true, lend: false, refused: false },
    });
    expect(volunteers.turn()).toHaveLength(3);
    expect(volunteers.lend(NOW + 60)).toBeNull();
    await volunteers.change(id, { use: true, lend: true });
    expect(volunteers.lend(NOW + 60)?.pass?.until).toBe(NOW + 60);
    await volunteers.change(id, { use: false, lend: true });
    expect([volunteers.turn(), volunteers.lend(NOW + 60), volunteers.relayUrls]).toEqual([[], null, []]);
    await volunteers.remove(id);
    expect(volunteers.views).toEqual([]);
  });

  test('is replaced by a new text of the same server, and there are two at most', async () => {
    const { volunteers } = volunteersOf();
    await volunteers.add(encodeVolunteerText(volunteer));
    await volunteers.add(encodeVolunteerText({ ...volunteer, certificate: new Uint8Array(32) }));
    expect(volunteers.views).toHaveLength(1);
    await volunteers.add(encodeVolunteerText({ ...volunteer, host: 'b.example' }));
    const third = encodeVolunteerText({ ...volunteer, host: 'c.example' });
    await expect(volunteers.add(third)).rejects.toMatchObject({ code: 'volunteer-list-full' });
    await expect(volunteers.change('00', { use: true })).rejects.toMatchObject({ code: 'no-such-volunteer' });
  });

  test('of a locked vault there is none', () => {
    const { vault, volunteers } = volunteersOf([
      { text: encodeVolunteerText(volunteer), use: true, lend: true, refused: false },
    ]);
    vault.isLocked = true;
    expect([volunteers.views, volunteers.turn(), volunteers.lend(NOW)]).toEqual([[], [], null]);
  });

  test('counts as an own TURN server for whoever hides, what a link lends never does', () => {
    const { volunteers } = volunteersOf([
      { text: encodeVolunteerText(volunteer), use: true, lend: false, refused: false },
    ]);
    const settings = () => ({ turn: [], hideAddress: true, directAfterVerified: false });
    const hidden = icePolicy(withVolunteers({ settings, volunteers }), { stun: [], lent: [] })(null);
    expect(hidden.policy).toBe('relay');
    expect(hidden.iceServers).toHaveLength(3);
    const lent = volunteersOf().volunteers;
    const hints = { ...noHints, volunteer: { ...volunteer, pass: null } };
    const start = { stun: [], settings, allowedIce: <T>(ice: T) => ice, volunteers: lent };
    expect(() => policyFor({ hints } as never, start as never)).toThrow(
      expect.objectContaining({ code: 'turn-needed' }),
    );
  });
});

describe('what is lent in a link', () => {
  const { volunteers } = volunteersOf([
    { text: encodeVolunteerText(volunteer), use: true, lend: true, refused: false },
  ]);
  const choice = {
    title: 'T'.repeat(64),
    turn: [],
    open: false,
    volunteer: (until: number) => volunteers.lend(until),
  };
  const relays = Array.from({ length: 4 }, (_, n) => `wss://relay-${String(n)}.example`);

  test('is for this meeting, runs out with the link, and is no secret that makes others', () => {
    const [one, other] = [
      createInvitation({ ...choice, relays }, NOW),
      createInvitation({ ...choice, relays }, NOW),
    ];
    const link = encodeLink(one.invite);
    expect(link.length).toBeLessThanOrEqual(MAX_LINK_LENGTH);
    const { invite } = findInvite(link, NOW);
    const { volunteer: read } = invite.hints;
    expect(read?.pass?.until).toBe(invite.expiry);
    expect(read?.pass?.mark).not.toEqual(other.invite.hints.volunteer?.pass?.mark);
    const bytes = Buffer.from(link.slice('vigil://join/'.length), 'base64url');
    expect(bytes.includes(Buffer.from(secret))).toBe(false);
    const { until, mark } = read!.pass!;
    const password = createHmac('sha1', toBase64Url(secret))
      .update(passName({ until, mark }))
      .digest('base64');
    expect(turnLoginsOf(read!)[0]?.credential).toBe(password);
    expect(lentBy(invite.hints)).toHaveLength(3);
  });

  test('is read once, and skipped where it says what cannot be', () => {
    const whole = encodeHints({ ...noHints, volunteer: volunteers.lend(NOW)! });
    expect(decodeHints(Uint8Array.of(...whole, ...whole)).volunteer?.host).toBe('203.0.113.7');
    whole[3] = 0;
    expect(decodeHints(whole).volunteer).toBeUndefined();
  });
});

describe('certificates', () => {
  let folder: string;
  let kept: KeptState;
  let relay: Relay;
  let place: Volunteer;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-pins-'));
    kept = await openState(folder, false);
    relay = await startRelay({ tls: { key: kept.key, cert: kept.certificate } });
    place = {
      ...{ host: '127.0.0.1', relayPort: relay.port, turn: null, secret: null },
      certificate: kept.certificateHash,
    };
  });
  afterAll(async () => {
    await relay.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  const agentsOf = (certificate: Uint8Array) => pinnedAgents(() => certificate, here, directly);

  test('the one that the text names counts, and no other: nothing is sent to it', async () => {
    expect(await testServer(place, here, () => 0)).toEqual({ result: 'works', milliseconds: 0 });
    expect(await testRelay(place, agentsOf(kept.certificateHash), () => 0)).toMatchObject({
      result: 'works',
    });
    const other = new Uint8Array(32).fill(1);
    await expect(
      connectPinned({ host: '127.0.0.1', port: relay.port, certificate: other }),
    ).rejects.toBeInstanceOf(OtherCertificate);
    expect(await testRelay(place, agentsOf(other), () => 0)).toEqual({ result: 'no-answer' });
    await expect.poll(() => relay.connections.size).toBe(0);
  });

  test('another one stops the test and the use, until the right one is shown again', async () => {
    const text = encodeVolunteerText({ ...place, certificate: new Uint8Array(32).fill(1) });
    const { volunteers } = volunteersOf([{ text, use: true, lend: true, refused: false }]);
    const [view] = volunteers.views;
    expect(await volunteers.test(view!.id)).toEqual({
      ...{ server: { result: 'other-certificate' }, relay: { result: 'not-used' }, turn: [] },
    });
    expect(volunteers.views[0]?.refused).toBe(true);
    expect([volunteers.turn(), volunteers.lend(NOW), volunteers.relayUrls]).toEqual([[], null, []]);
    const right = volunteersOf(
      [{ text: encodeVolunteerText(place), use: true, lend: false, refused: true }],
      () => agentsOf(kept.certificateHash),
    );
    const { server, relay: answered } = await right.volunteers.test(right.volunteers.views[0]!.id);
    expect([server.result, answered?.result]).toEqual(['works', 'works']);
    expect(right.volunteers.views[0]?.refused).toBe(false);
  });

  test('in private mode main connects to no volunteer', async () => {
    const text = encodeVolunteerText(place);
    const { volunteers } = volunteersOf(
      [{ text, use: true, lend: false, refused: false }],
      (() => null) as never,
    );
    const { server, relay: answered } = await volunteers.test(volunteers.views[0]!.id);
    expect([server.result, answered?.result]).toEqual(['not-private', 'not-private']);
  });

  test('Chromium is told the same: a link says nothing about what the person listed', () => {
    const own = [volunteer];
    const pins = new Pins({ own: () => own, listedHosts: () => new Set(['listed.example']) });
    const printOf = (byte: number) => `sha256/${Buffer.alloc(32, byte).toString('base64')}`;
    expect(pins.verdict('203.0.113.7', printOf(7))).toBe(0);
    expect(pins.verdict('203.0.113.7', printOf(8))).toBe(-2);
    expect(pins.verdict('elsewhere.example', printOf(7))).toBe(-3);
    const lent = (host: string) => ({ host, certificate: new Uint8Array(32).fill(5) });
    pins.follow(lent('lent.example'));
    expect(pins.verdict('lent.example', printOf(5))).toBe(0);
    expect(pins.verdict('lent.example', printOf(7))).toBe(-2);
    pins.follow(lent('203.0.113.7'));
    expect(pins.verdict('203.0.113.7', printOf(5))).toBe(-2);
    pins.follow(lent('listed.example'));
    expect(pins.verdict('listed.example', printOf(5))).toBe(-3);
    pins.follow(null);
    expect(pins.verdict('lent.example', printOf(5))).toBe(-3);
  });
});
