/** Statements, what they come to, and the lists of people that are compared. */
import type { Protection } from '../protection';

const set = 'unit/shared/membership/statement-set.test.ts';
const statement = 'unit/shared/membership/statement.test.ts';
const membership = 'unit/shared/membership/membership.test.ts';
const watch = 'unit/shared/roster/roster-watch.test.ts';

export const statements: readonly Protection[] = [
  {
    name: 'statement-signature',
    file: 'shared/membership/statement-set.ts',
    find: "if (!verifyStatement(statement)) return { result: 'refused', refusal: 'not-genuine' };",
    replace: '',
    tests: [set],
    short: true,
  },
  {
    name: 'statement-meeting',
    file: 'shared/membership/statement.ts',
    find: "if (!equalPublic(reader.take(MEETING_ID_LENGTH), meetingId)) return { ok: false, refusal: 'wrong-meeting' };",
    replace: 'reader.take(MEETING_ID_LENGTH);',
    tests: [statement],
  },
  {
    name: 'statement-label',
    file: 'shared/membership/statement.ts',
    find: "if (!equalPublic(reader.take(LABEL.length), LABEL)) return { ok: false, refusal: 'malformed' };",
    replace: 'reader.take(LABEL.length);',
    tests: [statement],
  },
  {
    name: 'statement-identity-canonical',
    file: 'shared/membership/statement-body.ts',
    find: "if (!isCanonical(identity)) throw new RangeError('identity is not canonical');",
    replace: '',
    tests: [statement],
  },
  {
    name: 'statement-allowance',
    file: 'shared/membership/statement-set.ts',
    find: "if (number >= signer.allowance) return 'over-allowance';",
    replace: '',
    tests: [set],
  },
  {
    name: 'statement-fork',
    file: 'shared/membership/chain.ts',
    find: 'if (other || !equalPublic',
    replace: 'if (!equalPublic',
    tests: [set, membership],
  },
  {
    name: 'statement-chain',
    file: 'shared/membership/chain.ts',
    find: 'if (other || !equalPublic(statement.previous, hashOfLast(standing)))',
    replace: 'if (other)',
    tests: [set, membership],
  },
  {
    name: 'after-contradiction',
    file: 'shared/membership/statement-set.ts',
    find: "return number >= contradictedAt(signer) ? 'after-contradiction' : null;",
    replace: 'return null;',
    tests: [set],
    only: 'of contradictions keeps one proof',
  },
  {
    name: 'overreach',
    file: 'shared/membership/rulings.ts',
    find: 'if (allowed) counting.push',
    replace: 'if (allowed || by) counting.push',
    tests: [membership],
  },
  {
    name: 'co-host-kinds',
    file: 'shared/membership/rulings.ts',
    find: 'if (!COHOST_KINDS.has(body.kind)) return false;',
    replace: '',
    tests: [membership],
  },
  {
    name: 'nobody-removes-those-above',
    file: 'shared/membership/rulings.ts',
    find: 'target === null || !protectedIdentities.some((identity) => equalPublic(identity, target))',
    replace: 'true',
    tests: [membership],
  },
  {
    name: 'dropped-co-host',
    file: 'shared/membership/rulings.ts',
    find: "judge('co-host', perMeetingKey, chain, dropped ?? allowance);",
    replace: "judge('co-host', perMeetingKey, chain, allowance);",
    tests: [membership],
  },
  {
    name: 'dropped-for-good',
    file: 'shared/membership/co-hosts.ts',
    find: '&& !dropped.has(key)) {',
    replace: ') {',
    tests: [membership],
  },
  {
    name: 'co-host-key-of-one-identity',
    file: 'shared/membership/co-hosts.ts',
    find: 'return known === undefined || equalPublic(known.identity, named.identity);',
    replace: 'return true;',
    tests: [membership],
  },
  {
    name: 'host-removal-stands',
    file: 'shared/membership/membership.ts',
    find: "if (removal.by === 'host' && admit.by !== 'host') return false;",
    replace: '',
    tests: [membership],
  },
  {
    name: 'removal-lifted-by-name',
    file: 'shared/membership/membership.ts',
    find: '&&\n    admit.body.lifts.some((hash) => equalPublic(hash, removal.hash))',
    replace: '',
    tests: [membership],
  },
  {
    name: 'removed-is-removed',
    file: 'shared/membership/membership.ts',
    find: "if (membership.removed.has(key)) return 'removed';",
    replace: '',
    tests: [membership],
  },
  {
    name: 'roster-alarm',
    file: 'shared/roster/roster-watch.ts',
    find: 'alarms: peers.flatMap(alarmsOf)',
    replace: 'alarms: peers.slice(peers.length).flatMap(alarmsOf)',
    tests: [watch],
  },
  {
    name: 'roster-silence',
    file: 'shared/roster/roster-watch.ts',
    find: 'cannotCompare: peers.filter((peer) => now - peer.heardAt >= HASH_FRESH_FOR)',
    replace: 'cannotCompare: peers.filter(() => false)',
    tests: [watch],
  },
];
