import { beforeAll, describe, expect, it } from 'vitest';
import { toHex } from '../../../../shared/bytes';
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { StatementSet } from '../../../../shared/membership/statement-set';
import type { VerifiedStatement } from '../../../../shared/membership/statement';
import type { StatementBody } from '../../../../shared/membership/statement-body';
import { admit, coHost, drop, meetingOf, Signer } from './people';

beforeAll(cryptoReady);

const runOf = (name: string): Uint8Array => new Uint8Array(16).fill(name.charCodeAt(0));
const hashes = (statements: VerifiedStatement[]): Uint8Array[] => statements.map(({ hash }) => hash);
const spotlight = (name: string, ...insteadOf: VerifiedStatement[]): StatementBody => ({
  kind: 'spotlight',
  peerId: runOf(name),
  lifts: hashes(insteadOf),
});
const end = (...lifts: VerifiedStatement[]): StatementBody => ({
  kind: 'end-spotlight',
  lifts: hashes(lifts),
});

/** A meeting with the co-hosts carol and dave, and the member bob. */
function meeting() {
  const { host, anchor } = meetingOf();
  const [carol, dave, bob] = [new Signer('carol'), new Signer('dave'), new Signer('bob')];
  for (const body of [coHost('carol'), coHost('dave'), admit('bob')]) host.say(body);
  const said = (): VerifiedStatement[] => [host, carol, dave, bob].flatMap((one) => one.said);
  const setOf = (statements: VerifiedStatement[]): StatementSet => {
    const set = new StatementSet(anchor);
    // Twice: co-hosts may have been heard before they were named.
    for (const { bytes } of [...statements, ...statements]) set.add(bytes);
    return set;
  };
  const lit = (statements = said()): string[] =>
    setOf(statements).membership.spotlights.map(({ peerId }) => String.fromCharCode(peerId[0] ?? 0));
  return { host, carol, dave, bob, said, setOf, lit };
}

describe('a spotlight', () => {
  it('stands until another one, or the end of it, names it', () => {
    const { host, carol, dave, lit } = meeting();
    const first = carol.say(spotlight('x'));
    expect(lit()).toEqual(['x']);
    const second = dave.say(spotlight('y', first));
    expect(lit()).toEqual(['y']);
    host.say(end(second));
    expect(lit()).toEqual([]);
  });

  it('says who signed it', () => {
    const { carol, said, setOf } = meeting();
    carol.say(spotlight('x'));
    expect(setOf(said()).membership.spotlights[0]?.signer).toEqual(carol.key);
  });

  it('that was lifted does not come back when it is told again, in whatever order', () => {
    const { host, carol, said, setOf, lit } = meeting();
    const old = carol.say(spotlight('x'));
    host.say(end(old));
    const set = setOf(said());
    expect(set.add(old.bytes)).toEqual({ result: 'known' });
    expect(set.membership.spotlights).toEqual([]);
    expect(lit([...said().reverse(), old])).toEqual([]);
  });

  it('of a member who signs with its own key, or in the name of the host, does not count', () => {
    const { host, bob, carol, setOf, said, lit } = meeting();
    bob.say(spotlight('x'));
    const inHostsName = carol
      .sayAt({ number: 0, previous: new Uint8Array(32) }, spotlight('y'))
      .bytes.slice();
    inHostsName.set(host.key, 46);
    const set = setOf(said());
    expect(set.add(inHostsName).result).toBe('refused');
    expect(set.membership.spotlights).toEqual([]);
    expect(lit()).toEqual([]);
  });

  it('that a dropped co-host makes does not count', () => {
    const { host, carol, lit } = meeting();
    host.say(drop('carol', 0));
    carol.say(spotlight('x'));
    expect(lit()).toEqual([]);
  });

  it("is the host's before a co-host's, and each one's last, for all who hold the same", () => {
    const { host, carol, dave, said, setOf } = meeting();
    dave.say(spotlight('d'));
    for (const name of ['1', '2']) carol.say(spotlight(name));
    for (const name of ['3', '4']) host.say(spotlight(name));
    const runs = (statements: VerifiedStatement[]): string[] =>
      setOf(statements).membership.spotlights.map(({ peerId }) => toHex(peerId));
    expect(runs(said())).toEqual(['4', '3', '2', '1', 'd'].map((name) => toHex(runOf(name))));
    expect(runs(said().reverse())).toEqual(runs(said()));
  });
});
