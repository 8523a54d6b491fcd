import { beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { GRANT, HOST_ALLOWANCE, MAX_GRANTS } from '../../../../shared/membership/co-hosts';
import { membershipOf, standingOf, type Membership } from '../../../../shared/membership/membership';
import { NO_HASH, type VerifiedStatement } from '../../../../shared/membership/statement';
import {
  admit,
  coHost,
  drop,
  identityOf,
  keyOf,
  lobbyOff,
  meetingOf,
  preAdmit,
  remove,
  Signer,
  unlock,
} from './people';

beforeAll(cryptoReady);

/** A meeting with the co-hosts carol and dave, and what follows from all that anybody said. */
function meeting(open = false): {
  host: Signer;
  carol: Signer;
  dave: Signer;
  state: (...extra: VerifiedStatement[]) => Membership;
  said: () => VerifiedStatement[];
  is: (name: string) => string;
} {
  const { host, anchor } = meetingOf(open);
  const [carol, dave] = [new Signer('carol'), new Signer('dave')];
  host.say(coHost('carol'));
  host.say(coHost('dave'));
  const said = (): VerifiedStatement[] => [host, carol, dave].flatMap((signer) => signer.said);
  const state = (...extra: VerifiedStatement[]): Membership => membershipOf([...said(), ...extra], anchor);
  return { host, carol, dave, said, state, is: (name) => standingOf(state(), identityOf(name)) };
}

const faultsOf = (membership: Membership): string[] =>
  membership.faults.map(({ type, by, number }) => `${type} by ${by} at ${String(number)}`);

/** A busy meeting in which nearly every rule has something to decide, with contradictions or without. */
function busy(contradictions: boolean): {
  all: VerifiedStatement[];
  of: (set: VerifiedStatement[]) => Membership;
} {
  const { host, anchor } = meetingOf(true);
  const [carol, dave] = [new Signer('carol'), new Signer('dave')];
  host.say(coHost('carol'));
  host.say(admit('bob'));
  const lock = carol.say({ kind: 'lock' });
  const removal = carol.say(remove('bob'));
  host.say(coHost('dave'));
  dave.say(unlock(lock));
  dave.say(admit('bob', removal));
  const second = dave.say(remove('erin'));
  carol.say(admit('erin'));
  carol.say(preAdmit('frank'));
  host.say(remove('mallory'));
  host.say(lobbyOff(removal.hash));
  carol.say({ kind: 'please-end' });
  host.say(drop('carol', 3));
  host.say({ kind: 'replace-link', linkHash: new Uint8Array(32).fill(1) });
  host.say({ kind: 'please-end' });
  const quiet = dave.say({ kind: 'silence-all', floor: [identityOf('grace')] });
  host.say({ kind: 'let-speak', identity: identityOf('bob'), lifts: [quiet.hash] });
  dave.say({ kind: 'pause-chat' });
  const all = [host, carol, dave].flatMap(({ said }) => said);
  if (contradictions)
    all.push(dave.contradict(second, { kind: 'lock' }), host.contradict(host.said[6]!, remove('bob')));
  return { all, of: (set) => membershipOf(set, anchor) };
}

describe('the state of a meeting', () => {
  it('begins with a lobby or without, as the link says, and with nobody', () => {
    for (const open of [false, true]) {
      const { anchor } = meetingOf(open);
      expect(membershipOf([], anchor)).toEqual({
        hostIdentity: null,
        hostPerMeetingKey: null,
        admitted: new Map(),
        removed: new Map(),
        preAdmitted: new Map(),
        coHosts: [],
        lobby: open ? { on: false, standing: [] } : { on: true, standing: [NO_HASH] },
        lock: { on: false, standing: [] },
        replacedBy: null,
        endRequested: false,
        speech: { pauses: [], silences: [] },
        spotlights: [],
        heads: [{ signer: anchor.hostKey, count: 0, hash: NO_HASH, contradicted: false }],
        faults: [],
      });
    }
  });

  it.each([false, true])('does not depend on order or repetition; contradictions: %s', (contradictions) => {
    const { all, of } = busy(contradictions);
    const expected = of(all);
    // With the host's drop goes what made carol's wish to end harmless.
    expect(expected.faults.length).toBe(contradictions ? 3 : 0);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        (some, every) => {
          expect(of([...some, ...every])).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('after a part, then the rest, is that of the whole: what came first is never held against the rest', () => {
    const { all, of } = busy(true);
    fc.assert(
      fc.property(fc.subarray(all), (part) => {
        const before = of(part);
        expect(before).toEqual(of(part.toReversed()));
        const rest = all.filter((statement) => !part.includes(statement));
        expect(of([...part, ...rest])).toEqual(of(all));
      }),
      { numRuns: 60 },
    );
  });

  it('names who is in, with every key, and who the host is', () => {
    const { host, state } = meeting();
    host.say(admit('bob'));
    host.say({ ...admit('bob'), perMeetingKey: keyOf('second run').publicKey } as ReturnType<typeof admit>);
    const { admitted, hostIdentity } = state();
    expect(hostIdentity).toEqual(identityOf('host'));
    const keys = [keyOf('bob').publicKey, keyOf('second run').publicKey].map(toHex).sort();
    expect(admitted.get(toHex(identityOf('bob')))?.perMeetingKeys.map(toHex)).toEqual(keys);
    // Who is named co-host is admitted by that.
    expect(admitted.has(toHex(identityOf('carol')))).toBe(true);
    expect([...admitted.keys()]).toEqual([...admitted.keys()].sort());
  });

  it('takes the last new link of the host, and its wish to end', () => {
    const { host, state } = meeting();
    expect(state()).toMatchObject({ replacedBy: null, endRequested: false });
    for (const byte of [9, 3]) host.say({ kind: 'replace-link', linkHash: new Uint8Array(32).fill(byte) });
    host.say({ kind: 'please-end' });
    expect(state()).toMatchObject({ replacedBy: new Uint8Array(32).fill(3), endRequested: true });
  });
});

describe('a removal', () => {
  it('beats admits and pre-admissions, before or after it', () => {
    const { host, carol, dave, is } = meeting();
    host.say(admit('bob'));
    host.say(preAdmit('bob'));
    expect(is('bob')).toBe('admitted');
    carol.say(remove('bob'));
    expect(is('bob')).toBe('removed');
    dave.say(admit('bob'));
    host.say(admit('bob'));
    host.say(preAdmit('bob'));
    expect(is('bob')).toBe('removed');
  });

  it('ends when an admit names it, and the next removal needs another', () => {
    const { carol, dave, is, state } = meeting();
    const first = carol.say(remove('bob'));
    expect(state().removed.get(toHex(identityOf('bob')))).toMatchObject({
      standing: [first.hash],
      byHost: false,
    });
    dave.say(admit('bob', first));
    expect(is('bob')).toBe('admitted');
    const second = carol.say(remove('bob'));
    dave.say(admit('bob', first));
    expect(is('bob')).toBe('removed');
    dave.say(admit('bob', second));
    expect(is('bob')).toBe('admitted');
  });

  it('made by two at once needs both to be named', () => {
    const { host, carol, dave, is } = meeting();
    const [one, two] = [carol.say(remove('bob')), dave.say(remove('bob'))];
    host.say(admit('bob', one));
    expect(is('bob')).toBe('removed');
    host.say(admit('bob', two));
    expect(is('bob')).toBe('admitted');
  });

  it('is not lifted by an admit of somebody else, nor in advance, nor the host’s by a co-host', () => {
    const { host, carol, dave, is } = meeting();
    const removal = host.say(remove('bob'));
    host.say(admit('erin', removal));
    expect(is('bob')).toBe('removed');
    dave.say(admit('bob', removal));
    expect(is('bob')).toBe('removed');
    // What a co-host can foretell of another's next statement is all but the signature.
    const guess = dave.sayAt({ number: 0, previous: NO_HASH }, remove('frank'));
    dave.say(admit('frank', guess));
    carol.say(remove('frank'));
    expect(is('frank')).toBe('removed');
    host.say(admit('bob', removal));
    expect(is('bob')).toBe('admitted');
  });

  it('turns the lobby of an open meeting on, until somebody who knows of it turns it off', () => {
    const { host, carol, state } = meeting(true);
    expect(state().lobby.on).toBe(false);
    const removal = carol.say(remove('bob'));
    expect(state().lobby).toEqual({ on: true, standing: [removal.hash] });
    host.say(lobbyOff(NO_HASH));
    expect(state().lobby.on).toBe(true);
    host.say(lobbyOff(removal.hash));
    expect(state().lobby.on).toBe(false);
  });

  it('of the host does not count, by nobody; of a co-host only the host’s', () => {
    const { host, carol, dave, state, is } = meeting();
    carol.say(remove('host'));
    carol.say(remove('dave'));
    dave.say(remove('dave'));
    host.say(remove('host'));
    expect([is('host'), is('dave')]).toEqual(['admitted', 'admitted']);
    expect(faultsOf(state())).toEqual([
      'overreach by host at 3',
      'overreach by co-host at 0',
      'overreach by co-host at 1',
      'overreach by co-host at 0',
    ]);
    // What did not count does not come to life when its target loses its rights.
    host.say(drop('dave', 0));
    expect(is('dave')).toBe('admitted');
    host.say(remove('dave'));
    expect(is('dave')).toBe('removed');
  });
});

describe('lobby and lock', () => {
  it('are strict: of two statements at once, the strict one stands', () => {
    const { host, carol, dave, state } = meeting();
    host.say(lobbyOff(NO_HASH));
    expect(state().lobby.on).toBe(false);
    const one = carol.say({ kind: 'lobby-on' });
    dave.say(lobbyOff(one.hash));
    const two = carol.say({ kind: 'lobby-on' });
    expect(state().lobby).toEqual({ on: true, standing: [two.hash] });
    const [lock, other] = [host.say({ kind: 'lock' }), dave.say({ kind: 'lock' })];
    carol.say(unlock(lock));
    expect(state().lock).toEqual({ on: true, standing: [other.hash] });
    carol.say(unlock(other));
    expect(state().lock.on).toBe(false);
  });

  it('are not lifted by what names something else', () => {
    const { host, carol, state } = meeting();
    const lobby = host.say({ kind: 'lobby-on' });
    const lock = host.say({ kind: 'lock' });
    carol.say(lobbyOff(lock.hash));
    carol.say(unlock(lobby));
    expect(state().lobby.standing).toHaveLength(2);
    expect(state().lock.on).toBe(true);
  });
});

describe('a chain', () => {
  it('counts up to a gap, and beyond it when the gap is filled', () => {
    const { host, anchor } = meetingOf();
    const [, one, two] = [host.said[0], host.say(admit('bob')), host.say(admit('erin'))];
    const without = membershipOf([host.said[0]!, two], anchor);
    expect(standingOf(without, identityOf('erin'))).toBe('unknown');
    expect(without.heads[0]).toMatchObject({ count: 1, hash: host.said[0]!.hash });
    const filled = membershipOf([two, host.said[0]!, one], anchor);
    expect(standingOf(filled, identityOf('erin'))).toBe('admitted');
  });

  it('of the host that contradicts itself ends there, with an alarm; what co-hosts were named before goes on', () => {
    const { host, carol, state } = meeting();
    const fifth = host.say(admit('bob'));
    host.say(admit('erin'));
    carol.say(admit('frank'));
    const after = state(host.contradict(fifth, remove('carol')));
    expect(faultsOf(after)).toEqual(['contradiction by host at 3']);
    expect(after.heads[0]).toMatchObject({ count: 3, contradicted: true });
    const standings = ['bob', 'erin', 'carol', 'frank'].map((name) => standingOf(after, identityOf(name)));
    expect(standings).toEqual(['unknown', 'unknown', 'admitted', 'admitted']);
  });

  it('of a co-host that contradicts itself ends there, the state of others untouched', () => {
    const { carol, dave, state } = meeting();
    carol.say(admit('bob'));
    const forked = carol.say(admit('erin'));
    carol.say(admit('frank'));
    dave.say(admit('grace'));
    const after = state(carol.contradict(forked, { kind: 'lock' }));
    expect(faultsOf(after)).toEqual(['contradiction by co-host at 1']);
    expect(after.coHosts.map((coHostState) => coHostState.state)).toEqual(['contradicted', 'active']);
    const standings = ['bob', 'erin', 'frank', 'grace'].map((name) => standingOf(after, identityOf(name)));
    expect(standings).toEqual(['admitted', 'unknown', 'unknown', 'admitted']);
    expect(after.lock.on).toBe(false);
  });

  it('that names another statement than the one before it is a contradiction too, at number 0 as well', () => {
    const { host, carol, dave, state } = meeting();
    carol.say(admit('bob'));
    const elsewhere = carol.sayAt({ number: 1, previous: host.said[0]!.hash }, admit('erin'));
    const astray = dave.sayAt({ number: 0, previous: host.said[0]!.hash }, admit('frank'));
    expect(faultsOf(state(elsewhere, astray))).toEqual([
      'contradiction by co-host at 1',
      'contradiction by co-host at 0',
    ]);
  });

  it('does not go back: an older part of it, offered again, changes nothing', () => {
    const { carol, state, said } = meeting();
    carol.say(admit('bob'));
    carol.say(remove('bob'));
    expect(state(...said().slice(0, 4))).toEqual(state());
  });

  it('of a signer without rights says nothing, and no key but the host’s can name a co-host', () => {
    const { carol, state } = meeting();
    const mallory = new Signer('mallory');
    carol.say(coHost('mallory'));
    expect(state(mallory.say(admit('mallory')), mallory.say({ kind: 'lock' }))).toEqual(state());
  });
});

describe('a co-host', () => {
  it('does not name co-hosts, drop them, replace the link or ask for the end', () => {
    const { carol, dave, state } = meeting();
    carol.say(coHost('erin'));
    carol.say(drop('dave', 0));
    carol.say({ kind: 'replace-link', linkHash: NO_HASH });
    carol.say({ kind: 'please-end' });
    carol.say(admit('bob'));
    dave.say(admit('frank'));
    const after = state();
    expect(after.faults).toHaveLength(4);
    expect(after).toMatchObject({ replacedBy: null, endRequested: false });
    expect(after.coHosts.map(({ identity }) => toHex(identity))).toEqual(
      ['carol', 'dave'].map((name) => toHex(identityOf(name))),
    );
    const standings = ['bob', 'frank', 'erin'].map((name) => standingOf(after, identityOf(name)));
    expect(standings).toEqual(['admitted', 'admitted', 'unknown']);
  });

  it('keeps what it said up to the number that its drop names, and nothing after', () => {
    const { host, carol, state } = meeting();
    for (const name of ['bob', 'erin', 'frank']) carol.say(admit(name));
    const standings = (): string[] =>
      ['bob', 'erin', 'frank'].map((name) => standingOf(state(), identityOf(name)));
    host.say(drop('carol', 2));
    carol.say(remove('bob'));
    expect(standings()).toEqual(['admitted', 'admitted', 'unknown']);
    expect(state().coHosts[0]).toMatchObject({ state: 'dropped', dropped: 2, used: 4 });
    // The lowest number holds; a drop is for good, for this key.
    host.say(drop('carol', 5));
    host.say(coHost('carol'));
    expect(standings()).toEqual(['admitted', 'admitted', 'unknown']);
    host.say(drop('carol', 0));
    expect(standings()).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('that is dropped takes its removals along when they are among what no longer counts', () => {
    const { host, carol, is } = meeting();
    host.say(admit('bob'));
    carol.say(remove('bob'));
    host.say(drop('carol', 0));
    expect(is('bob')).toBe('admitted');
  });

  it('is nobody’s key twice, nor the host’s, nor one that was dropped before it was named', () => {
    const { host, state } = meeting();
    host.say({ kind: 'co-host', identity: identityOf('erin'), perMeetingKey: keyOf('carol').publicKey });
    host.say({ kind: 'co-host', identity: identityOf('frank'), perMeetingKey: host.key });
    host.say(drop('grace', 4));
    host.say(coHost('grace'));
    expect(state().coHosts.map(({ identity }) => toHex(identity))).toEqual(
      ['carol', 'dave'].map((name) => toHex(identityOf(name))),
    );
    expect(state().coHosts.map(({ allowance }) => allowance)).toEqual([GRANT, GRANT]);
  });

  it('may sign sixteen statements each time it is named, and the host may name sixteen times', () => {
    const { host, carol, state } = meeting();
    for (let count = 0; count < GRANT + 1; count++) carol.say(admit(`guest ${String(count)}`));
    const last = identityOf(`guest ${String(GRANT)}`);
    expect(standingOf(state(), last)).toBe('unknown');
    host.say(coHost('carol'));
    expect(standingOf(state(), last)).toBe('admitted');
    for (let count = 0; count < MAX_GRANTS; count++) host.say(coHost(`helper ${String(count)}`));
    expect(state().coHosts.reduce((sum, { allowance }) => sum + allowance, 0)).toBe(MAX_GRANTS * GRANT);
    expect(state().coHosts.at(-1)?.identity).toEqual(identityOf('helper 12'));
  });

  it('and host have numbers beyond which nothing counts', () => {
    const { host, anchor } = meetingOf();
    while (host.said.length < HOST_ALLOWANCE) host.say(preAdmit('bob'));
    const beyond = host.say(admit('late'));
    const state = membershipOf(host.said, anchor);
    expect(state.heads[0]?.count).toBe(HOST_ALLOWANCE);
    expect(standingOf(state, beyond.body.kind === 'admit' ? beyond.body.identity : NO_HASH)).toBe('unknown');
  });
});
