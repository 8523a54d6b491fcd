/**
 * Those who ask to join, as they stand on screen: whoever was decided about keeps the place, so that nobody else moves
 * under the pointer.
 */
import type { KnockView, PeerView } from '../../state/contract';

/** let-in: on the way. gone: by itself, or somebody else decided. */
export type KnockOutcome = 'waiting' | 'let-in' | 'joined' | 'declined' | 'gone';

export interface KnockRow {
  knock: KnockView;
  outcome: KnockOutcome;
}

export interface KnockRows {
  rows: readonly KnockRow[];
  /** One line for each, once there were many; until nobody is left, since a change of form moves everybody. */
  isCompact: boolean;
}

/** What this person decided a moment ago, by knock. */
export type Decisions = ReadonlyMap<string, 'admit' | 'deny'>;

/** So many stand there as cards. */
const MAX_CARDS = 2;

export const noRows: KnockRows = { rows: [], isCompact: false };

/** The same object where nothing changed. */
export function followed(
  before: KnockRows,
  knocks: readonly KnockView[],
  peers: readonly Pick<PeerView, 'peerId' | 'link'>[],
  decisions: Decisions,
): KnockRows {
  const waiting = new Map(knocks.map((knock) => [knock.knockId, knock]));
  const kept = before.rows.map((row) => {
    const knock = waiting.get(row.knock.knockId);
    waiting.delete(row.knock.knockId);
    const outcome = knock
      ? (decided(decisions.get(knock.knockId)) ?? 'waiting')
      : outcomeOf(row, peers, decisions);
    return outcome === row.outcome && (knock ?? row.knock) === row.knock
      ? row
      : { knock: knock ?? row.knock, outcome };
  });
  const fresh = [...waiting.values()]
    .sort((one, other) => one.since - other.since)
    .map((knock): KnockRow => ({ knock, outcome: decided(decisions.get(knock.knockId)) ?? 'waiting' }));
  const isSame = fresh.length === 0 && kept.every((row, index) => row === before.rows[index]);
  if (isSame) return before;
  const rows = [...kept, ...fresh];
  return { rows, isCompact: before.isCompact || rows.length > MAX_CARDS };
}

/** Without those about whom nothing is left to decide. */
export function withoutFinished({ rows, isCompact }: KnockRows): KnockRows {
  const left = rows.filter(({ outcome }) => outcome === 'waiting');
  return left.length === 0 ? noRows : { rows: left, isCompact };
}

/** Who is before whom, and in which form: while it stays the same, nothing has moved. */
export function placesOf({ rows, isCompact }: KnockRows): string {
  const ids = groupsOf(rows).map((group) => group.map(({ knock }) => knock.knockId).join());
  return `${String(isCompact)}:${String(mayLetInAll(rows))}:${ids.join('/')}`;
}

/** The verified first. */
export function groupsOf(rows: readonly KnockRow[]): [verified: KnockRow[], unverified: KnockRow[]] {
  return [
    rows.filter(({ knock }) => knock.trust === 'verified'),
    rows.filter(({ knock }) => knock.trust !== 'verified'),
  ];
}

/** Once it was offered, it stays until none of them is left. */
export function mayLetInAll(rows: readonly KnockRow[]): boolean {
  return groupsOf(rows)[0].length > 1;
}

/** All who can be let in at once: those who wait, but nobody with a contact's name and another key. */
export function allWaiting(rows: readonly KnockRow[]): KnockView[] {
  return rows.flatMap(({ knock, outcome }) =>
    outcome === 'waiting' && knock.trust !== 'changed' ? [knock] : [],
  );
}

/**
 * Of those who were asked about, who can still be let in. Whoever came since was not asked about, nor was whoever knocks
 * again under the same id as somebody else.
 */
export function stillWaiting(askedAbout: readonly KnockView[], rows: readonly KnockRow[]): string[] {
  const asked = new Map(askedAbout.map((knock) => [knock.knockId, knock]));
  return allWaiting(rows).flatMap((knock) =>
    isShownAlike(knock, asked.get(knock.knockId)) ? [knock.knockId] : [],
  );
}

function isShownAlike(now: KnockView, before: KnockView | undefined): boolean {
  return now.name === before?.name && now.trust === before.trust && now.contactName === before.contactName;
}

function decided(decision: 'admit' | 'deny' | undefined): KnockOutcome | undefined {
  if (decision === undefined) return undefined;
  return decision === 'admit' ? 'let-in' : 'declined';
}

/** Of somebody who knocks no longer. */
function outcomeOf(
  { knock, outcome }: KnockRow,
  peers: readonly Pick<PeerView, 'peerId' | 'link'>[],
  decisions: Decisions,
): KnockOutcome {
  // Whoever comes in does so under the same id.
  const peer = peers.find(({ peerId }) => peerId === knock.knockId);
  if (peer) return peer.link === 'opening' ? 'let-in' : 'joined';
  if (outcome !== 'waiting') return outcome;
  return decided(decisions.get(knock.knockId)) ?? 'gone';
}
