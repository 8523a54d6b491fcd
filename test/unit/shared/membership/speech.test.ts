import { beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { membershipOf, type Membership } from '../../../../shared/membership/membership';
import { silencesOf } from '../../../../shared/membership/speech';
import type { VerifiedStatement } from '../../../../shared/membership/statement';
import type { StatementBody } from '../../../../shared/membership/statement-body';
import { admit, coHost, drop, identityOf, meetingOf, Signer } from './people';

beforeAll(cryptoReady);

const silence = (name: string): StatementBody => ({ kind: 'silence', identity: identityOf(name) });
const silenceAll = (...floor: string[]): StatementBody => ({
  kind: 'silence-all',
  floor: floor.map(identityOf),
});
const letSpeak = (name: string, ...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'let-speak',
  identity: identityOf(name),
  lifts: lifts.map(({ hash }) => hash),
});
const endSilence = (...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'end-silence',
  lifts: lifts.map(({ hash }) => hash),
});
const resume = (...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'resume-chat',
  lifts: lifts.map(({ hash }) => hash),
});

const everybody = ['host', 'carol', 'dave', 'bob', 'erin'];

/** A meeting with the co-hosts carol and dave, and the members bob and erin. */
function meeting(): {
  host: Signer;
  carol: Signer;
  dave: Signer;
  bob: Signer;
  state: () => Membership;
  silenced: () => string[];
} {
  const { host, anchor } = meetingOf();
  const [carol, dave, bob] = [new Signer('carol'), new Signer('dave'), new Signer('bob')];
  for (const body of [coHost('carol'), coHost('dave'), admit('bob'), admit('erin')]) host.say(body);
  const state = (): Membership =>
    membershipOf(
      [host, carol, dave, bob].flatMap(({ said }) => said),
      anchor,
    );
  const silenced = (): string[] =>
    everybody.filter((name) => silencesOf(state().speech, identityOf(name)).length > 0);
  return { host, carol, dave, bob, state, silenced };
}

describe('a silence', () => {
  it('reaches one person, until a word for that person names it', () => {
    const { host, carol, dave, silenced } = meeting();
    const [one, other] = [carol.say(silence('bob')), host.say(silence('bob'))];
    expect(silenced()).toEqual(['bob']);
    dave.say(letSpeak('erin', one, other));
    dave.say(letSpeak('bob', one));
    expect(silenced()).toEqual(['bob']);
    // A co-host may lift what the host said: a meeting must not depend on a host who left.
    dave.say(letSpeak('bob', other));
    expect(silenced()).toEqual([]);
  });

  it('says who signed it', () => {
    const { carol, state } = meeting();
    carol.say(silence('bob'));
    const [found] = silencesOf(state().speech, identityOf('bob'));
    expect(found?.signer).toEqual(carol.key);
  });

  it('of all reaches everybody but host, co-hosts and those who hold the floor', () => {
    const { carol, dave, host, silenced } = meeting();
    const all = carol.say(silenceAll('erin'));
    expect(silenced()).toEqual(['bob']);
    // Whoever is co-host no longer is one of all.
    host.say(drop('dave', 16));
    expect(silenced()).toEqual(['dave', 'bob']);
    host.say(letSpeak('bob', all));
    expect(silenced()).toEqual(['dave']);
    expect(dave.said).toEqual([]);
    carol.say(endSilence(all));
    expect(silenced()).toEqual([]);
  });

  it('of one is not lifted by the end of that of all', () => {
    const { carol, silenced } = meeting();
    const [one, all] = [carol.say(silence('bob')), carol.say(silenceAll())];
    carol.say(endSilence(one, all));
    expect(silenced()).toEqual(['bob']);
  });

  it('by somebody who may not does not count', () => {
    const { bob, carol, host, state, silenced } = meeting();
    bob.say(silence('erin'));
    bob.say(silenceAll());
    expect(silenced()).toEqual([]);
    carol.say(silence('dave'));
    carol.say(silence('host'));
    host.say(silence('host'));
    expect(silenced()).toEqual([]);
    expect(state().faults.map(({ type, by }) => `${type} by ${by}`)).toEqual([
      'overreach by host',
      'overreach by co-host',
      'overreach by co-host',
    ]);
    host.say(silence('dave'));
    expect(silenced()).toEqual(['dave']);
  });

  it('of a co-host does not gain effect when its target is co-host no more', () => {
    const { carol, host, silenced } = meeting();
    carol.say(silence('dave'));
    host.say(drop('dave', 0));
    expect(silenced()).toEqual([]);
  });

  it('of a co-host ends with the statements of that co-host', () => {
    const { carol, host, silenced } = meeting();
    carol.say(silence('bob'));
    host.say(drop('carol', 0));
    expect(silenced()).toEqual([]);
  });
});

describe('a pause of chat', () => {
  it('stands until each that was signed is named', () => {
    const { host, carol, dave, state } = meeting();
    const [one, other] = [host.say({ kind: 'pause-chat' }), carol.say({ kind: 'pause-chat' })];
    dave.say(resume(one));
    expect(state().speech.pauses.map(({ signer }) => signer)).toEqual([carol.key]);
    dave.say(resume(other));
    expect(state().speech.pauses).toEqual([]);
  });

  it('by somebody who may not does not count', () => {
    const { bob, state } = meeting();
    bob.say({ kind: 'pause-chat' });
    expect(state().speech.pauses).toEqual([]);
  });
});
