import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { COUNTDOWN_MS, PATIENCE_MS, SETTLING_MS } from '../../../../shared/meeting/recording/own-recording';
import { idOf, inside, three } from '../../../support/world/people';
import type { Member } from '../../../../shared/meeting/members/member';
import type { Person } from '../../../support/world/world';
import { memberOf } from './speaking-up/says';

beforeAll(cryptoReady);

function includedOf(person: Person): string[] {
  const own = inside(person).recording.mine;
  if (own.state !== 'running') throw new Error(own.state);
  const names = new Map(inside(person).peers.map(({ peerId, name }) => [peerId, name]));
  return own.included.map((peerId) => names.get(peerId) ?? peerId).sort();
}

const recorders = (person: Person): string[] =>
  inside(person).recording.others.map(({ name, state, answer }) => `${name} ${state} ${answer}`);

describe('whoever says nothing to a recording', () => {
  it('is not in it, however long it lasts and whatever they switch on', () => {
    const { world, alice, bob, carol } = three('silence');
    const media = { microphone: true, camera: true, share: null };
    carol.meeting.setSelf({ ...media, microphone: false, camera: false });
    alice.meeting.recordings.own.announce();
    world.run(500);
    bob.meeting.recordings.answer(idOf(bob, 'Alice'), 1);
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    carol.meeting.setSelf(media);
    world.run(120_000);
    expect(recorders(carol)).toEqual(['Alice running asked']);
    expect(includedOf(alice)).toEqual(['Bob']);
  });
});

describe('an answer to a recording', () => {
  it('that is said again and again costs one timer, and counts once', () => {
    const { world, alice, bob } = three('answers');
    alice.meeting.recordings.own.announce();
    world.run(500);
    let views = 0;
    const { own } = alice.meeting.recordings as unknown as { own: { options: { viewChanged: () => void } } };
    const { viewChanged } = own.options;
    own.options.viewChanged = () => {
      views++;
      viewChanged();
    };
    for (let count = 0; count < 500; count++)
      memberOf(bob, 'Alice').send({ t: 'recording-ready', number: 1 });
    world.run(SETTLING_MS + 500);
    expect(views).toBe(1);
    memberOf(bob, 'Alice').send({ t: 'recording-ready', number: 1 });
    world.run(SETTLING_MS + 500);
    expect(views).toBe(1);
  });

  it('that was lost with a link is said again by the next one', () => {
    const { world, alice, bob } = three('lost-answer');
    alice.meeting.recordings.own.announce();
    world.run(500);
    const member = memberOf(bob, 'Alice');
    const send = member.send.bind(member);
    member.send = () => true;
    bob.meeting.recordings.answer(idOf(bob, 'Alice'), 1);
    member.send = send;
    world.run(COUNTDOWN_MS + PATIENCE_MS + 500);
    expect(includedOf(alice)).toEqual([]);
    bob.meeting.recordings.relinked(member);
    world.run(SETTLING_MS + 500);
    expect(includedOf(alice)).toEqual(['Bob']);
  });

  it('to the one before counts for no other that was begun while a link was lost', () => {
    const { world, alice, bob } = three('begun-anew');
    const { own } = alice.meeting.recordings;
    own.announce();
    world.run(500);
    bob.meeting.recordings.answer(idOf(bob, 'Alice'), 1);
    world.run(SETTLING_MS + 500);
    const member = memberOf(alice, 'Bob');
    const send = member.send.bind(member);
    member.send = () => true;
    own.stop();
    own.announce();
    member.send = send;
    bob.meeting.recordings.relinked(memberOf(bob, 'Alice'));
    world.run(COUNTDOWN_MS + PATIENCE_MS + 500);
    expect(alice.drops.get('unexpected')).toBe(1);
    expect(includedOf(alice)).toEqual([]);
    alice.meeting.members.tellSelf();
    world.run(500);
    expect(recorders(bob)).toEqual(['Alice running asked']);
    bob.meeting.recordings.answer(idOf(bob, 'Alice'), 2);
    world.run(SETTLING_MS + 500);
    expect(includedOf(alice)).toEqual(['Bob']);
  });

  it('that was not given is not said by another link', () => {
    const { world, alice, bob } = three('no-answer-relinked');
    alice.meeting.recordings.own.announce();
    world.run(500);
    bob.meeting.recordings.relinked(memberOf(bob, 'Alice'));
    world.run(COUNTDOWN_MS + PATIENCE_MS + SETTLING_MS);
    expect(includedOf(alice)).toEqual([]);
  });
});

describe('whoever may not be heard here', () => {
  it('is not in it, though they have answered', () => {
    const { world, alice, bob } = three('not-heard');
    alice.meeting.recordings.own.announce();
    world.run(500);
    bob.meeting.recordings.answer(idOf(bob, 'Alice'), 1);
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(includedOf(alice)).toEqual(['Bob']);
    const { group } = alice.meeting.gathered as unknown as {
      group: { mayHear: (member: Member) => boolean };
    };
    const mayHear = group.mayHear.bind(group);
    group.mayHear = (member) => member.name !== 'Bob' && mayHear(member);
    expect(includedOf(alice)).toEqual([]);
  });
});

describe('two who record at once', () => {
  it('are two, each with its own answers', () => {
    const { world, alice, bob, carol } = three('two-recorders');
    alice.meeting.recordings.own.announce();
    bob.meeting.recordings.own.announce();
    world.run(500);
    expect(recorders(carol).sort()).toEqual(['Alice announced asked', 'Bob announced asked']);
    carol.meeting.recordings.answer(idOf(carol, 'Bob'), 1);
    world.run(COUNTDOWN_MS + PATIENCE_MS);
    expect(includedOf(bob)).toEqual(['Carol']);
    expect(includedOf(alice)).toEqual([]);
    alice.meeting.recordings.own.stop();
    world.run(500);
    expect(recorders(carol)).toEqual(['Bob running answered']);
  });
});
