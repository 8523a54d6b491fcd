/** The keys of a pair's channel are renewed, and nothing is lost by it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, EMPTY } from '../../../../../shared/bytes';
import {
  cryptoReady,
  mlkem768KeyPair,
  randomBytes,
  x25519PublicKey,
} from '../../../../../shared/crypto/sodium';
import type { MemberMessage } from '../../../../../shared/meeting/messages/member-messages';
import { memberProtocol, renewalPrologue } from '../../../../../shared/meeting/messages/prologue';
import { HandshakeState, handshakeSeeds, type KeyPair } from '../../../../../shared/noise/handshake-state';
import { SymmetricState } from '../../../../../shared/noise/symmetric-state';
import { channelPair, hashOf, type ChannelPair, type End } from './channel-pair';

beforeAll(cryptoReady);

const MINUTE = 60_000;
const other = { initiator: 'responder', responder: 'initiator' } as const;

const view = (height: number): MemberMessage => ({ t: 'view', height: height as 90 });

/** Whether what each says arrives at the other. */
function talk({ scheduler, initiator, responder }: ChannelPair): void {
  for (const [from, to] of [
    [initiator, responder],
    [responder, initiator],
  ] as const) {
    const before = to.said.length;
    expect(from.channel.send(view(90))).toBe(true);
    scheduler.run(1000);
    expect(to.said.length).toBe(before + 1);
  }
}

const ofRenewals = ({ said }: End): MemberMessage[] => said.filter(({ t }) => t === 'renew');

describe('a renewal', () => {
  it('comes within every hour, for both sides, and everything said before, meanwhile and afterwards arrives', () => {
    const pair = channelPair('hourly');
    const hashes = new Set([hashOf(pair.initiator)]);
    for (let hour = 1; hour <= 5; hour++) {
      for (let minute = 0; minute < 60; minute++) {
        talk(pair);
        pair.scheduler.run(MINUTE - 2000);
      }
      expect(hashOf(pair.initiator)).toBe(hashOf(pair.responder));
      hashes.add(hashOf(pair.initiator));
      expect(hashes.size).toBe(hour + 1);
      expect(pair.initiator.renewals).toBeGreaterThanOrEqual(hour);
      expect(pair.responder.renewals).toBe(pair.initiator.renewals);
    }
    for (const end of [pair.initiator, pair.responder]) {
      expect(Object.fromEntries(end.drops)).toEqual({});
      expect(ofRenewals(end)).toEqual([]);
    }
  });

  it.each(['initiator', 'responder'] as const)('comes soon after a sleep of the %s', (who) => {
    const pair = channelPair(`sleep of the ${who}`);
    const before = hashOf(pair.initiator);
    pair[who].channel.woke();
    pair.scheduler.run(10_000);
    expect(hashOf(pair.initiator)).not.toBe(before);
    expect(hashOf(pair.responder)).toBe(hashOf(pair.initiator));
    talk(pair);
  });

  it('comes once where both sides ask for it at once', () => {
    const pair = channelPair('both at once');
    pair.initiator.channel.woke();
    pair.responder.channel.woke();
    pair.scheduler.run(30_000);
    expect([pair.initiator.renewals, pair.responder.renewals]).toEqual([1, 1]);
    expect(hashOf(pair.responder)).toBe(hashOf(pair.initiator));
    talk(pair);
  });

  // first, second, third, done: whichever is lost, and whichever comes late.
  it.each([0, 1, 2, 3])('is begun anew where its message %d is lost, and all else arrives', (lost) => {
    const pair = channelPair(`lost ${String(lost)}`);
    const before = hashOf(pair.initiator);
    let count = 0;
    pair.passes = () => count++ !== lost;
    pair.initiator.channel.woke();
    pair.scheduler.run(6000);
    pair.passes = () => true;
    talk(pair);
    talk(pair);
    pair.scheduler.run(5 * MINUTE);
    expect(hashOf(pair.initiator)).not.toBe(before);
    expect(hashOf(pair.responder)).toBe(hashOf(pair.initiator));
    talk(pair);
    for (const end of [pair.initiator, pair.responder])
      expect(end.drops.get('channel-not-genuine')).toBeUndefined();
  });

  it('does not make a copy of an older message good again', () => {
    const pair = channelPair('copy');
    pair.scheduler.run(MINUTE);
    pair.initiator.channel.send(view(180));
    const copy = pair.wire.at(-1)?.frame;
    const before = pair.responder.said.length;
    pair.initiator.channel.woke();
    pair.scheduler.run(30_000);
    expect(pair.responder.renewals).toBe(1);
    expect(pair.responder.said.length).toBe(before + 1);
    expect(copy && pair.responder.channel.receive(copy, null)).toBe(false);
    expect(pair.responder.drops.get('channel-not-genuine')).toBe(1);
  });

  it('opens late what was sealed by the keys before, and after two minutes nothing of it', () => {
    for (const [late, arrives] of [
      [75_000, true],
      [150_000, false],
    ] as const) {
      const pair = channelPair(`late ${String(late)}`);
      pair.passes = () => false;
      pair.initiator.channel.send(view(360));
      const [held] = pair.wire.slice(-1);
      pair.passes = () => true;
      pair.initiator.channel.woke();
      pair.scheduler.run(6000);
      expect(pair.responder.renewals).toBe(1);
      pair.scheduler.run(late);
      expect(held && pair.responder.channel.receive(held.frame, null)).toBe(arrives);
    }
  });
});

/** Valid but for what is changed. */
function firstOf(pair: ChannelPair, change: { boundTo?: Uint8Array; staticKey?: KeyPair }): HandshakeState {
  const { initiator, responder, meeting } = pair;
  const { state } = initiator.channel;
  if (state.state !== 'open') throw new Error('no channel');
  return new HandshakeState({
    protocol: memberProtocol,
    initiator: true,
    prologue: renewalPrologue(
      meeting.meetingId,
      initiator.self.peerId,
      responder.self.peerId,
      change.boundTo ?? state.channel.handshakeHash,
    ),
    staticKey: change.staticKey ?? initiator.self.identity.staticKey,
    psks: [meeting.psk],
    ...handshakeSeeds(memberProtocol, true, randomBytes),
  });
}

/** Plays a whole renewal against the honest responder. */
function renewAs(pair: ChannelPair, handshake: HandshakeState): void {
  const { initiator, scheduler } = pair;
  const answers: Uint8Array[] = [];
  const state = initiator.channel.state;
  if (state.state !== 'open') throw new Error('no channel');
  state.renewal.said = (message) => {
    if (message.step === 'second') answers.push(message.noise);
  };
  initiator.channel.send({ t: 'renew', step: 'first', noise: handshake.writeMessage(EMPTY) });
  scheduler.run(100);
  const [second] = answers;
  if (!second) return;
  handshake.readMessage(second);
  initiator.channel.send({ t: 'renew', step: 'third', noise: handshake.writeMessage(EMPTY) });
  scheduler.run(100);
}

describe('a member that lies in a renewal', () => {
  const stranger = (): KeyPair => {
    const secretKey = randomBytes(32);
    return { secretKey, publicKey: x25519PublicKey(secretKey) };
  };

  it.each([
    ['that is true', () => ({}), 1],
    ['of another channel', () => ({ boundTo: randomBytes(64) }), 0],
    ['with another static key', () => ({ staticKey: stranger() }), 0],
  ])('gets new keys by a handshake %s: %#', (_, change, renewals) => {
    const pair = channelPair('liar');
    renewAs(pair, firstOf(pair, change()));
    expect(pair.responder.renewals).toBe(renewals);
    expect(pair.responder.drops.get('renewal-not-genuine') ?? 0).toBe(1 - renewals);
  });

  it('is heard no worse for a key with which nothing secret can be agreed', () => {
    const pair = channelPair('all zeros');
    const { state } = pair.initiator.channel;
    if (state.state !== 'open') throw new Error('no channel');
    const symmetric = new SymmetricState(memberProtocol.name);
    const { initiator, responder, meeting } = pair;
    symmetric.mixHash(
      renewalPrologue(
        meeting.meetingId,
        initiator.self.peerId,
        responder.self.peerId,
        state.channel.handshakeHash,
      ),
    );
    const zeros = new Uint8Array(32);
    symmetric.mixHash(zeros);
    symmetric.mixKey(zeros);
    const noise = concat(
      zeros,
      symmetric.encryptAndHash(mlkem768KeyPair(randomBytes(64)).publicKey),
      symmetric.encryptAndHash(EMPTY),
    );
    initiator.channel.send({ t: 'renew', step: 'first', noise });
    pair.scheduler.run(100);
    expect(responder.drops.get('renewal-not-genuine')).toBe(1);
    talk(pair);
    initiator.channel.woke();
    pair.scheduler.run(10_000);
    expect(responder.renewals).toBe(1);
  });

  it('makes the other shake hands three times at once, and then once in twenty seconds', () => {
    const pair = channelPair('flood');
    const before = pair.wire.length;
    for (let count = 0; count < 100; count++)
      pair.initiator.channel.send({
        t: 'renew',
        step: 'first',
        noise: firstOf(pair, {}).writeMessage(EMPTY),
      });
    pair.scheduler.run(1000);
    expect(pair.wire.length - before - 100).toBe(3);
    expect(pair.responder.drops.get('renewal-refused')).toBe(97);
    expect(pair.responder.renewals).toBe(0);
  });

  it.each(['initiator', 'responder'] as const)(
    'changes nothing by steps that are not its to take, nor by rubbish: the %s',
    (who) => {
      const pair = channelPair(`steps of the ${who}`);
      const steps = ['wanted', 'first', 'second', 'third', 'done'] as const;
      const mine = who === 'initiator' ? ['first', 'third'] : ['wanted', 'second', 'done'];
      for (const step of steps)
        if (!mine.includes(step)) pair[who].channel.send({ t: 'renew', step, noise: randomBytes(1248) });
      for (const step of ['first', 'second', 'third'] as const)
        if (mine.includes(step)) pair[who].channel.send({ t: 'renew', step, noise: randomBytes(1248) });
      pair.scheduler.run(2000);
      expect(pair[other[who]].renewals).toBe(0);
      talk(pair);
    },
  );

  it('in the middle of a removal leaves no keys behind', () => {
    const pair = channelPair('removal');
    pair.initiator.channel.woke();
    pair.scheduler.run(5010);
    pair.responder.channel.close();
    pair.scheduler.run(10 * MINUTE);
    expect(pair.responder.renewals).toBe(0);
    expect(pair.responder.channel.send(view(90))).toBe(false);
  });
});
