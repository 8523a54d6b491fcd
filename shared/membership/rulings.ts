/** Which statements of a set count: complete chains, within the allowance, of those who have the right. */
import { equalPublic, toHex } from '../bytes';
import { chainOf, headOf, type Chain, type Head } from './chain';
import { appointmentsOf, HOST_ALLOWANCE, type Appointment } from './co-hosts';
import type { VerifiedStatement } from './statement';
import type { StatementBody, StatementKind } from './statement-body';

/** The meeting that statements belong to. */
export interface MeetingAnchor {
  /** 32 bytes. */
  meetingId: Uint8Array;
  /** Ed25519 public key of the link, 32 bytes. */
  hostKey: Uint8Array;
  /** The link's flag: a meeting that began without a lobby. */
  open: boolean;
}

/** A statement that counts. */
export interface Ruling<Body extends StatementBody = StatementBody> {
  by: 'host' | 'co-host';
  /** 32 bytes. */
  signer: Uint8Array;
  hash: Uint8Array;
  body: Body;
}

export type RulingOf<Kind extends StatementKind> = Ruling<Extract<StatementBody, { kind: Kind }>>;

export function ofKind<Kind extends StatementKind>(rulings: readonly Ruling[], kind: Kind): RulingOf<Kind>[] {
  return rulings.filter((ruling): ruling is RulingOf<Kind> => ruling.body.kind === kind);
}

export type Fault =
  /**
   * The signer signed two statements for one place: proof of fraud. Nothing of it counts from `number` on.
   * Of the host this is an alarm.
   */
  | { type: 'contradiction'; by: 'host' | 'co-host'; signer: Uint8Array; number: number }
  /** A statement that its signer had no right to make. It alone does not count. */
  | { type: 'overreach'; by: 'host' | 'co-host'; signer: Uint8Array; number: number };

export interface CoHost extends Appointment {
  /** Only an active co-host's further statements can count. */
  state: 'active' | 'dropped' | 'contradicted';
  /** How many of the allowance are used. */
  used: number;
}

export interface Rulings {
  /** The host's first, each signer's by number. */
  counting: readonly Ruling[];
  coHosts: readonly CoHost[];
  /** The host names itself in its first statement; null until that is known. */
  hostIdentity: Uint8Array | null;
  /** Of the host's own run, by the same statement. */
  hostPerMeetingKey: Uint8Array | null;
  /** Of the host and of each key ever named co-host. */
  heads: readonly Head[];
  faults: readonly Fault[];
}

const COHOST_KINDS: ReadonlySet<StatementKind> = new Set<StatementKind>([
  'admit',
  'remove',
  'pre-admit',
  'lobby-on',
  'lobby-off',
  'lock',
  'unlock',
  'pause-chat',
  'resume-chat',
  'silence',
  'silence-all',
  'let-speak',
  'end-silence',
  'spotlight',
  'end-spotlight',
]);

/** By signer, in hex. */
export function bySigner(statements: Iterable<VerifiedStatement>): Map<string, VerifiedStatement[]> {
  const groups = new Map<string, VerifiedStatement[]>();
  for (const statement of statements) {
    const signer = toHex(statement.signer);
    const group = groups.get(signer);
    if (group) group.push(statement);
    else groups.set(signer, [statement]);
  }
  return groups;
}

export function rulingsOf(statements: Iterable<VerifiedStatement>, meeting: MeetingAnchor): Rulings {
  const groups = bySigner(statements);
  const chainOfKey = (key: Uint8Array, limit: number): Chain => chainOf(groups.get(toHex(key)) ?? [], limit);

  const host = chainOf(groups.get(toHex(meeting.hostKey)) ?? [], HOST_ALLOWANCE);
  const first = host.standing[0]?.body;
  const hostIdentity = first?.kind === 'admit' ? first.identity : null;
  const hostPerMeetingKey = first?.kind === 'admit' ? first.perMeetingKey : null;
  const appointments = [...appointmentsOf(host.standing, meeting.hostKey).values()];
  // Above co-hosts stands only the host, and they stay so when dropped: an old statement must not come to life.
  const protectedIdentities = appointments.map(({ identity }) => identity);
  if (hostIdentity) protectedIdentities.push(hostIdentity);

  const counting: Ruling[] = [];
  const faults: Fault[] = [];
  const heads: Head[] = [];
  const judge = (by: Ruling['by'], key: Uint8Array, chain: Chain, limit: number): void => {
    heads.push(headOf(key, chain));
    if (chain.contradicted)
      faults.push({ type: 'contradiction', by, signer: key, number: chain.standing.length });
    for (const { signer, number, body, hash } of chain.standing.slice(0, limit)) {
      const allowed = by === 'host' ? mayHost(body, hostIdentity) : mayCoHost(body, protectedIdentities);
      if (allowed) counting.push({ by, signer, hash, body });
      else faults.push({ type: 'overreach', by, signer, number });
    }
  };

  judge('host', meeting.hostKey, host, HOST_ALLOWANCE);
  const coHosts = appointments.map((appointment): CoHost => {
    const { perMeetingKey, allowance, dropped } = appointment;
    const chain = chainOfKey(perMeetingKey, allowance);
    judge('co-host', perMeetingKey, chain, dropped ?? allowance);
    const state = dropped !== null ? 'dropped' : chain.contradicted ? 'contradicted' : 'active';
    return { ...appointment, state, used: chain.standing.length };
  });
  return { counting, coHosts, hostIdentity, hostPerMeetingKey, heads, faults };
}

/** Nobody removes or silences the host: a meeting whose host key says so has a broken app, not another host. */
function mayHost(body: StatementBody, hostIdentity: Uint8Array | null): boolean {
  const target = targetOf(body);
  return target === null || hostIdentity === null || !equalPublic(target, hostIdentity);
}

function mayCoHost(body: StatementBody, protectedIdentities: readonly Uint8Array[]): boolean {
  if (!COHOST_KINDS.has(body.kind)) return false;
  const target = targetOf(body);
  return target === null || !protectedIdentities.some((identity) => equalPublic(identity, target));
}

/** Against whom a statement is. */
function targetOf(body: StatementBody): Uint8Array | null {
  return body.kind === 'remove' || body.kind === 'silence' ? body.identity : null;
}
