/** Inviting and answering by hand between simulated computers, under one clock. */
import { describe, expect, it } from 'vitest';
import { ByHand } from '../../../../../main/meeting/by-hand/by-hand';
import { ByHandTransport } from '../../../../../main/rendezvous/by-hand/by-hand-transport';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import { VigilError } from '../../../../../shared/errors';
import { parseHandInvitation } from '../../../../../shared/by-hand/invitation';
import type { Invite, MeetingSecret } from '../../../../../shared/invite/link';
import type { HandAnswerView, HandInvitationView } from '../../../../../shared/ipc';
import type { ConnectionEvent } from '../../../../../shared/meeting/ports';
import type { EnteredView } from '../../../../../shared/meeting/views';
import type { Candidate } from '../../../../../shared/wire/description';
import { seededRandom } from '../../../../support/world/random';
import { Scheduler } from '../../../../support/world/scheduler';
import { Network, SimulatedConnections } from '../../../../support/world/simulated-connections';

const address: Candidate = {
  protocol: 'udp',
  type: 'host',
  address: '192.168.1.20',
  port: 40_000,
  priority: 1,
  foundation: '1',
};

const newInvite = (now: number): Invite => ({
  open: false,
  expiry: Math.floor(now / 1000) + 24 * 3600,
  secret: randomBytes(32) as MeetingSecret,
  hostKey: randomBytes(32),
  hints: { title: '', relays: [], turn: [] },
});

class World {
  readonly scheduler = new Scheduler();
  readonly network = new Network(this.scheduler, seededRandom('by hand'));

  person(invite: Invite, candidates = [address]): Person {
    return new Person(this, invite, candidates);
  }
}

class Person {
  readonly connections: SimulatedConnections;
  readonly byHandTransport: ByHandTransport;
  readonly byHand: ByHand;

  constructor(
    private readonly world: World,
    invite: Invite,
    candidates: Candidate[],
  ) {
    const { wall, timer } = world.scheduler;
    this.connections = new SimulatedConnections(world.network);
    this.byHandTransport = new ByHandTransport(world.scheduler, { changed: () => undefined });
    this.byHand = new ByHand({
      wall,
      timer,
      random: randomBytes,
      connections: this.connections,
      byHand: this.byHandTransport,
      invite: () => invite,
      changed: () => undefined,
    });
    // A simulated computer has no address of its own.
    this.connections.onEvent = (connectionId, event) => {
      if (this.byHand.owns(connectionId))
        this.byHand.connectionEvent(connectionId, withAddresses(event, candidates));
    };
  }

  /** Makes an invitation and returns its text. */
  invite(): string {
    const id = this.byHand.invite(true);
    this.world.scheduler.run(100);
    return this.byHand.textOf(id);
  }

  /** Answers an invitation and returns the text that goes back. */
  answer(text: string): string {
    this.byHand.answer(parseHandInvitation(text, this.world.scheduler.now() / 1000));
    this.world.scheduler.run(100);
    return this.byHand.textOf(null);
  }

  get invitations(): HandInvitationView[] {
    const inside = { phase: 'inside' };
    const view = this.byHand.shownIn(inside as unknown as EnteredView, true);
    return view.phase === 'inside' ? view.byHand.invitations : [];
  }

  get answering(): HandAnswerView['state'] {
    const knocking = { phase: 'knocking' };
    const view = this.byHand.shownIn(knocking as unknown as EnteredView, false);
    return view.phase === 'knocking' ? view.byHand.state : 'none';
  }
}

function withAddresses(event: ConnectionEvent, candidates: Candidate[]): ConnectionEvent {
  if (event.type !== 'described') return event;
  return { type: 'described', description: { ...event.description, candidates } };
}

function codeOf(run: () => unknown): string {
  try {
    run();
    return 'good';
  } catch (error) {
    if (error instanceof VigilError) return error.code;
    throw error;
  }
}

const MINUTE = 60_000;

describe('by hand', () => {
  it('two texts make a way that carries envelopes, and it ends when the guest is inside', () => {
    const world = new World();
    const invite = newInvite(world.scheduler.now());
    const [alice, bob] = [world.person(invite), world.person(invite)];
    const answer = bob.answer(alice.invite());
    world.scheduler.run(10 * MINUTE);
    alice.byHand.answered(answer);
    world.scheduler.run(200);
    expect(alice.invitations).toMatchObject([{ state: 'connected' }]);
    expect(bob.answering).toBe('connected');
    expect([alice.byHandTransport.status.state, bob.byHandTransport.status.state]).toEqual([
      'works',
      'works',
    ]);
    expect(alice.connections.media.size + bob.connections.media.size).toBe(0);
    bob.byHand.follow('inside');
    world.scheduler.run(500);
    expect(alice.invitations).toMatchObject([{ state: 'done' }]);
    expect([alice.byHandTransport.status.state, bob.byHandTransport.status.state]).toEqual(['idle', 'idle']);
  });

  it('tells an answer that was used, one to another meeting, and texts that are no answer apart', () => {
    const world = new World();
    const [invite, elsewhere] = [newInvite(world.scheduler.now()), newInvite(world.scheduler.now())];
    const [alice, bob] = [world.person(invite), world.person(invite)];
    const [mallory, carol] = [world.person(elsewhere), world.person(elsewhere)];
    const invitation = alice.invite();
    const answer = bob.answer(invitation);
    const foreign = carol.answer(mallory.invite());
    const code = (text: string): string => codeOf(() => alice.byHand.answered(text));
    expect(code(foreign)).toBe('hand-answer-other-meeting');
    expect(code(invitation)).toBe('hand-own-invitation');
    expect(code(mallory.invite())).toBe('hand-invitation-here');
    expect(code('hello')).toBe('hand-not-answer');
    expect(code(answer.slice(0, -9))).toBe('hand-answer-cut-off');
    expect(code(answer)).toBe('good');
    expect(code(answer)).toBe('hand-answer-not-awaited');
  });

  it('makes four invitations at a time, each with an end of its own', () => {
    const world = new World();
    const alice = world.person(newInvite(world.scheduler.now()));
    const texts = [1, 2, 3, 4].map(() => alice.invite());
    expect(new Set(texts).size).toBe(4);
    expect(codeOf(() => alice.byHand.invite(true))).toBe('hand-too-many');
    const [first] = alice.invitations;
    alice.byHand.endInvitation(first?.id ?? '');
    expect(codeOf(() => alice.byHand.invite(true))).toBe('good');
    expect(new Set(alice.connections.opened).size).toBe(5);
  });

  it('answers go to the invitation that they answer, in any order', () => {
    const world = new World();
    const invite = newInvite(world.scheduler.now());
    const [alice, bob, carol] = [world.person(invite), world.person(invite), world.person(invite)];
    const forBob = bob.answer(alice.invite());
    const forCarol = carol.answer(alice.invite());
    alice.byHand.answered(forCarol);
    alice.byHand.answered(forBob);
    world.scheduler.run(200);
    expect([bob.answering, carol.answering]).toEqual(['connected', 'connected']);
    expect(alice.byHandTransport.status.others).toBe(2);
  });

  it('is given up after half an hour, on both sides', () => {
    const world = new World();
    const invite = newInvite(world.scheduler.now());
    const [alice, bob] = [world.person(invite), world.person(invite)];
    const answer = bob.answer(alice.invite());
    world.scheduler.run(31 * MINUTE);
    expect(alice.invitations).toMatchObject([{ state: 'failed', why: 'too-late' }]);
    expect(bob.answering).toBe('failed');
    expect(codeOf(() => alice.byHand.answered(answer))).toBe('hand-answer-not-awaited');
  });

  it('a way that stands is closed after half an hour, although the guest keeps it', () => {
    const world = new World();
    const invite = newInvite(world.scheduler.now());
    const [alice, bob] = [world.person(invite), world.person(invite)];
    alice.byHand.answered(bob.answer(alice.invite()));
    world.scheduler.run(31 * MINUTE);
    expect(alice.invitations).toMatchObject([{ state: 'done' }]);
    expect(alice.byHandTransport.status.state).toBe('idle');
  });

  it('ends with the meeting', () => {
    const world = new World();
    const alice = world.person(newInvite(world.scheduler.now()));
    alice.invite();
    alice.byHand.follow('ended');
    expect(alice.invitations).toEqual([]);
    world.scheduler.run(100);
    expect(world.network.all.size).toBeGreaterThan(0);
    expect([...world.network.all.values()].every(({ closed }) => closed)).toBe(true);
  });

  it('is not for those who do not keep the door, and says when there is no address', () => {
    const world = new World();
    const alice = world.person(newInvite(world.scheduler.now()), []);
    expect(codeOf(() => alice.byHand.invite(false))).toBe('not-allowed');
    alice.byHand.invite(true);
    world.scheduler.run(100);
    expect(alice.invitations).toMatchObject([{ state: 'failed', why: 'no-address' }]);
  });

  it('says when the two do not reach each other, and when the window was loaded anew', () => {
    const world = new World();
    const invite = newInvite(world.scheduler.now());
    const [alice, bob] = [world.person(invite), world.person(invite)];
    world.network.cut(alice.connections, bob.connections);
    alice.byHand.answered(bob.answer(alice.invite()));
    alice.connections.loseAll();
    expect(alice.invitations).toMatchObject([{ state: 'failed', why: 'no-path' }]);
    alice.invite();
    alice.connections.loseAll();
    expect(alice.invitations).toMatchObject([{ state: 'failed', why: 'window-gone' }]);
  });
});
