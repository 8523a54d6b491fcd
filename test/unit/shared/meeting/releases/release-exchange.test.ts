import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../../shared/crypto/sodium';
import {
  RELEASE_BODY_LENGTH,
  releaseBody,
  releaseIn,
  type ReleaseStep,
} from '../../../../../shared/meeting/messages/release-messages';
import { MAX_BODY_LENGTH } from '../../../../../shared/meeting/messages/spoken-events';
import {
  decodeMemberMessage,
  encodeMemberMessage,
} from '../../../../../shared/meeting/messages/member-messages';
import type { Version } from '../../../../../shared/release/version';
import { newsOf } from '../../../../../shared/release/judge';
import { openRelease } from '../../../../../shared/release/signed-release';
import { DAY, keptOf, pinnedKeys, signedOf } from '../../../../support/release/releases';
import { idOf, inside, three } from '../../../../support/world/people';
import { World, type Person } from '../../../../support/world/world';
import { memberOf } from '../speaking-up/says';

beforeAll(cryptoReady);

const nowOf = ({ clock }: Person): number => Math.floor(clock.wall() / 1000);

/** News of this version as somebody in this world could have accepted them today. */
function newsFor(
  person: Person,
  version: Version,
  by?: readonly number[],
  issued = nowOf(person),
): Uint8Array {
  return signedOf({ version, issued, expires: issued + 90 * DAY }, by);
}

/** What an honest holder of these would say of them. */
function heldOf(bytes: Uint8Array): ReleaseStep {
  const { release } = openRelease(bytes, pinnedKeys());
  if (!release) throw new Error('the test made no release');
  return { s: 'held', ...newsOf(release) };
}

/** What somebody says who holds nothing of the kind. */
const claimOf = (person: Person, version: Version): ReleaseStep => ({
  ...{ s: 'held', version, issued: nowOf(person), content: new Uint8Array(32).fill(5) },
});

const say = (from: Person, to: string, step: ReleaseStep): unknown =>
  memberOf(from, to).send({ t: 'release', step });

const exchangeOf = ({ meeting }: Person) => meeting.gathered.releases;

function accept(person: Person, bytes: Uint8Array): void {
  expect(person.releases.accept(bytes)).toBe('accepted');
  exchangeOf(person).accepted();
}

/** Bob was told by Alice of 0.2.0, and asks her for it. @param held what she says of it. */
function asked(seed: string, held?: (alice: Person) => ReleaseStep) {
  const { world, alice, bob, carol } = three(seed);
  say(alice, 'Bob', held?.(alice) ?? heldOf(newsFor(alice, [0, 2, 0])));
  world.run(500);
  exchangeOf(bob).ask(idOf(bob, 'Alice'));
  world.run(500);
  return { world, alice, bob, carol };
}

const dropsOf = ({ drops }: Person): Record<string, number> =>
  Object.fromEntries([...drops].filter(([reason]) => reason.startsWith('release-')));

describe('news of a release in a meeting', () => {
  it('goes to whoever lacks it when they ask, and on from there', () => {
    const { world, alice, bob, carol } = three('release news');
    const bytes = newsFor(alice, [0, 2, 0]);
    accept(alice, bytes);
    world.run(500);
    expect(inside(alice).releaseOffer).toBeNull();
    expect(inside(bob).releaseOffer).toEqual({
      ...{ peerId: idOf(bob, 'Alice'), name: 'Alice', version: '0.2.0', asked: false },
    });
    expect(bob.releases.taken).toEqual([]);
    exchangeOf(bob).ask(idOf(bob, 'Alice'));
    expect(inside(bob).releaseOffer?.asked).toBe(true);
    world.run(500);
    expect(bob.releases.taken).toEqual([{ bytes: keptOf(bytes), name: 'Alice', outcome: 'accepted' }]);
    expect(inside(bob).releaseOffer).toBeNull();
    // The host leaves: Carol has it from Bob.
    exchangeOf(bob).accepted();
    world.run(500);
    alice.meeting.leave();
    world.run(2000);
    exchangeOf(carol).ask(idOf(carol, 'Bob'));
    world.run(500);
    expect(carol.releases.taken[0]?.outcome).toBe('accepted');
    expect([alice, bob, carol].map(dropsOf)).toEqual([{}, {}, {}]);
  });

  it('is told to whoever comes later, and the newest of all is shown', () => {
    const world = new World('release later');
    const [alice, bob] = world.gather(['Bob']) as [Person, Person];
    accept(alice, newsFor(alice, [0, 2, 0]));
    accept(bob, newsFor(bob, [0, 3, 0]));
    const carol = world.guest('Carol');
    world.run(1000);
    world.admitFirst(alice);
    world.run(3000);
    expect(inside(carol).releaseOffer).toMatchObject({ name: 'Bob', version: '0.3.0' });
    expect(inside(alice).releaseOffer).toMatchObject({ name: 'Bob', version: '0.3.0' });
    expect(inside(bob).releaseOffer).toBeNull();
  });

  it('can be asked for again when nothing comes, and of nobody who offers none', () => {
    const { world, bob } = asked('release silence');
    expect(inside(bob).releaseOffer?.asked).toBe(true);
    const alice = idOf(bob, 'Alice');
    expect(() => {
      exchangeOf(bob).ask(alice);
    }).toThrow('no-such-peer');
    expect(() => {
      exchangeOf(bob).ask(idOf(bob, 'Carol'));
    }).toThrow('no-such-peer');
    world.run(21_000);
    expect(inside(bob).releaseOffer?.asked).toBe(false);
    exchangeOf(bob).ask(alice);
  });
});

describe('a member who lies about a release', () => {
  it('and stays silent stands behind whoever has news as well', () => {
    const { world, alice, bob, carol } = three('release silent liar');
    say(alice, 'Bob', claimOf(alice, [65_535, 0, 0]));
    accept(carol, newsFor(carol, [0, 2, 0]));
    world.run(500);
    exchangeOf(bob).ask(idOf(bob, 'Alice'));
    world.run(21_000);
    expect(inside(bob).releaseOffer).toMatchObject({ name: 'Carol', version: '0.2.0' });
    exchangeOf(bob).ask(idOf(bob, 'Carol'));
    world.run(500);
    expect(bob.releases.taken[0]?.outcome).toBe('accepted');
  });

  const lies: [string, (alice: Person) => Uint8Array][] = [
    ['signed by one key', (alice) => newsFor(alice, [0, 2, 0], [0])],
    ['signed by one key twice', (alice) => newsFor(alice, [0, 2, 0], [0, 0])],
    ['signed by a key that is not pinned', (alice) => newsFor(alice, [0, 2, 0], [0, 3])],
    ['of a version before the one that runs', (alice) => newsFor(alice, [0, 0, 9])],
    ['from two days ahead', (alice) => newsFor(alice, [0, 2, 0], [0, 1], nowOf(alice) + 2 * DAY)],
    ['that is noise', () => new Uint8Array(12_000).fill(7)],
    ['that is nothing', () => new Uint8Array(0)],
  ];
  it.each(lies)('(%s) is refused, and offers nothing more', (name, lie) => {
    const { world, alice, bob } = asked(`release lie ${name}`);
    say(alice, 'Bob', { s: 'given', body: releaseBody(lie(alice)) });
    world.run(500);
    expect(bob.releases.kept).toEqual([]);
    expect(dropsOf(bob)).toEqual({ 'release-refused': 1 });
    expect(inside(bob).releaseOffer).toBeNull();
    say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toBeNull();
  });

  it('and hands over something else that is genuine is heeded no more', () => {
    const known = asked('release other');
    const { world, alice, bob } = known;
    accept(bob, newsFor(bob, [0, 1, 5]));
    say(alice, 'Bob', { s: 'given', body: releaseBody(newsFor(alice, [0, 1, 5])) });
    world.run(500);
    expect(bob.releases.taken[0]?.outcome).toBe('known');
    expect(dropsOf(bob)).toEqual({ 'release-refused': 1 });
    say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toBeNull();
  });

  it('lies no less when it has come back by another link', () => {
    const { world, alice, bob } = asked('release liar back');
    say(alice, 'Bob', { s: 'given', body: releaseBody(newsFor(alice, [0, 2, 0], [0])) });
    world.run(500);
    exchangeOf(bob).gone(memberOf(bob, 'Alice'));
    say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toBeNull();
    for (let count = 0; count < 9; count++) {
      exchangeOf(bob).gone(memberOf(bob, 'Alice'));
      say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    }
    world.run(500);
    // Two were heeded before, two more are.
    expect(dropsOf(bob)).toEqual({ 'release-refused': 1, 'release-flood': 7 });
  });

  it('with anything behind it is refused before it is read', () => {
    const { world, alice, bob } = asked('release behind');
    const body = releaseBody(newsFor(alice, [0, 2, 0]));
    body[RELEASE_BODY_LENGTH - 1] = 1;
    say(alice, 'Bob', { s: 'given', body });
    world.run(500);
    expect(bob.releases.taken).toEqual([]);
    expect(dropsOf(bob)).toEqual({ 'release-refused': 1 });
  });

  it('gives nothing that nobody asked for, and nothing twice', () => {
    const { world, alice, bob } = three('release unasked');
    const body = releaseBody(newsFor(alice, [0, 2, 0]));
    say(alice, 'Bob', { s: 'given', body });
    world.run(500);
    expect(bob.releases.taken).toEqual([]);
    expect(dropsOf(bob)).toEqual({ 'release-unexpected': 1 });
    say(alice, 'Bob', heldOf(newsFor(alice, [0, 2, 0])));
    say(alice, 'Bob', { s: 'given', body });
    world.run(500);
    expect(bob.releases.taken).toEqual([]);
    expect(dropsOf(bob)).toEqual({ 'release-unexpected': 2 });
    exchangeOf(bob).ask(idOf(bob, 'Alice'));
    for (let count = 0; count < 3; count++) say(alice, 'Bob', { s: 'given', body });
    world.run(500);
    expect(bob.releases.taken).toHaveLength(1);
    expect(dropsOf(bob)).toEqual({ 'release-unexpected': 4 });
  });

  it('who floods is heeded a few times, and answered a few times', () => {
    const { world, alice, bob } = three('release flood');
    accept(alice, newsFor(alice, [0, 2, 0]));
    world.run(500);
    let given = 0;
    const member = memberOf(alice, 'Bob');
    const send = member.send.bind(member);
    member.send = (message) => {
      if (message.t === 'release' && message.step.s === 'given') given++;
      return send(message);
    };
    for (let count = 0; count < 50; count++) {
      say(bob, 'Alice', { s: 'wanted' });
      say(bob, 'Alice', claimOf(bob, [0, 9, count]));
    }
    world.run(2000);
    expect(given).toBe(3);
    expect(inside(alice).releaseOffer?.version).toBe('0.9.3');
    expect(dropsOf(alice)).toEqual({ 'release-flood': 47 + 46 });
  });

  it('asks in vain of whoever has none', () => {
    const { world, alice, bob } = three('release none');
    say(bob, 'Alice', { s: 'wanted' });
    world.run(500);
    expect(dropsOf(alice)).toEqual({ 'release-unexpected': 1 });
    expect(dropsOf(bob)).toEqual({});
  });
});

describe('a member who does not lie about a release', () => {
  const later: [string, (world: Person) => Uint8Array, string][] = [
    ['was overtaken by another', (bob) => newsFor(bob, [0, 3, 0]), 'older'],
    ['is known from elsewhere by now', (bob) => newsFor(bob, [0, 2, 0]), 'known'],
  ];
  it.each(later)('whose release %s is heeded on', (name, meanwhile, outcome) => {
    const { world, alice, bob } = asked(`release honest ${name}`);
    const given = newsFor(alice, [0, 2, 0]);
    accept(bob, meanwhile(bob));
    // As it was when he was told of it.
    say(alice, 'Bob', heldOf(given));
    say(alice, 'Bob', { s: 'given', body: releaseBody(given) });
    world.run(500);
    expect(bob.releases.taken[0]?.outcome).toBe(outcome);
    say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toMatchObject({ name: 'Alice', version: '0.4.0' });
  });

  it('whose release is signed ahead of the clock here is heeded on, behind others', () => {
    const ahead = (person: Person): Uint8Array => newsFor(person, [0, 2, 0], [0, 1], nowOf(person) + 2 * DAY);
    const { world, alice, bob, carol } = asked('release ahead', (person) => heldOf(ahead(person)));
    say(alice, 'Bob', { s: 'given', body: releaseBody(ahead(alice)) });
    world.run(500);
    expect(bob.releases.taken[0]?.outcome).toBe('ahead-of-clock');
    say(alice, 'Bob', claimOf(alice, [0, 4, 0]));
    say(carol, 'Bob', claimOf(carol, [0, 3, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toMatchObject({ name: 'Carol', version: '0.3.0' });
  });
});

describe('two that hold different releases of one version', () => {
  it('find out when one asks, and then know', () => {
    const { world, alice, bob } = three('release split');
    const issued = nowOf(alice);
    const times = { version: [0, 2, 0] as Version, issued, expires: issued + 90 * DAY };
    accept(alice, signedOf(times));
    expect(bob.releases.accept(signedOf({ ...times, builds: [] }))).toBe('accepted');
    world.run(500);
    expect(inside(bob).releaseOffer).toMatchObject({ name: 'Alice', version: '0.2.0' });
    exchangeOf(bob).ask(idOf(bob, 'Alice'));
    world.run(500);
    expect(bob.releases.taken[0]?.outcome).toBe('conflict');
    expect(dropsOf(bob)).toEqual({});
    expect(inside(bob).releaseOffer).toBeNull();
    // She told the truth, and is heeded on; of this version enough is known.
    say(alice, 'Bob', heldOf(signedOf({ ...times, files: [] })));
    world.run(500);
    expect(inside(bob).releaseOffer).toBeNull();
    say(alice, 'Bob', claimOf(alice, [0, 3, 0]));
    world.run(500);
    expect(inside(bob).releaseOffer).toMatchObject({ name: 'Alice', version: '0.3.0' });
  });
});

describe('what a member says that it runs', () => {
  it('is shown as it is said, where it is a version, and judged by the release of that version', () => {
    const world = new World('release runs');
    world.disguise = (self) => ({
      ...self,
      introduction: {
        ...self.introduction,
        version: self.name === 'Bob' ? '0.2.0' : 'safe \u202E!',
        buildHash: new Uint8Array(8).fill(self.name === 'Bob' ? 1 : 0),
      },
    });
    const [alice, bob] = world.gather(['Bob']) as [Person, Person];
    const runs = (person: Person): unknown => inside(person).peers[0]?.runs;
    expect(runs(bob)).toEqual({ version: '', build: '', standing: 'not-released' });
    expect(runs(alice)).toEqual({ version: '0.2.0', build: '01'.repeat(8), standing: 'unknown' });
    accept(alice, newsFor(alice, [0, 2, 0]));
    expect(runs(alice)).toMatchObject({ standing: 'unnamed' });
  });
});

describe('what is said of releases', () => {
  it('is as long, when it is handed over, as the longest message of the chat', () => {
    const given = encodeMemberMessage({
      t: 'release',
      step: { s: 'given', body: releaseBody(signedOf()) },
    });
    const longest = encodeMemberMessage({ t: 'say', body: new Uint8Array(MAX_BODY_LENGTH) });
    expect(given).toHaveLength(longest.length);
  });

  it('has one length when it is handed over, and is read as it was written', () => {
    const bytes = signedOf();
    const body = releaseBody(bytes);
    expect(body).toHaveLength(RELEASE_BODY_LENGTH);
    expect(releaseIn(body)).toEqual(bytes);
    expect(releaseIn(new Uint8Array(RELEASE_BODY_LENGTH).fill(255))).toBeNull();
  });

  it.each<[string, unknown]>([
    ['a short body', { s: 'given', body: new Uint8Array(RELEASE_BODY_LENGTH - 1) }],
    ['a long body', { s: 'given', body: new Uint8Array(RELEASE_BODY_LENGTH + 1) }],
    [
      'a version beyond the bounds',
      { s: 'held', version: [0, 0, 65_536], issued: 1, content: new Uint8Array(32) },
    ],
    [
      'a version of four numbers',
      { s: 'held', version: [0, 0, 1, 1], issued: 1, content: new Uint8Array(32) },
    ],
    ['no time', { s: 'held', version: [0, 0, 1], content: new Uint8Array(32) }],
    ['no content', { s: 'held', version: [0, 0, 1], issued: 1 }],
    ['a short hash', { s: 'held', version: [0, 0, 1], issued: 1, content: new Uint8Array(31) }],
    ['another step', { s: 'run' }],
  ])('is no message with %s', (_, step) => {
    const message = { t: 'release', step } as Parameters<typeof encodeMemberMessage>[0];
    expect(decodeMemberMessage(encodeMemberMessage(message))).toBeNull();
  });
});
