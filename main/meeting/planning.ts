/** A meeting that is made now and begins later. Nothing is sent for it. */
import { unixSeconds, type WallTime } from '../../shared/clocks';
import { utf8 } from '../../shared/crypto/sodium';
import { VigilError } from '../../shared/errors';
import { cleanName } from '../../shared/identity/name';
import { MAX_LIFETIME_SECONDS } from '../../shared/invite/link';
import { MAX_NOTE_LENGTH, MAX_TITLE_BYTES, type RequestArgument } from '../../shared/ipc';
import { cleanText } from '../../shared/meeting/speaking-up/chat-text';
import { isZone } from '../../shared/zone-time';
import { beginSeries } from '../own-meetings/weekly';
import type { Plan } from '../vault/own-meeting-record';
import { createInvitation, type Invitation } from './invitation';

const SHORTEST_MS = 3600 * 1000;
const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Between what was chosen and what is looked at here, so much time may pass. */
const SLACK_MS = 5 * 60_000;

/**
 * Throws VigilError title-too-long; bad-request for a start that is past, a link that does not last until then, and one
 * that is good for less than an hour or more than 30 days.
 * @param relays canonical URLs on which the host listens.
 */
export function planned(
  choice: RequestArgument<'own-meetings:plan'>,
  relays: readonly string[],
  now: WallTime,
): Invitation & { plan: Plan } {
  const { startsAt, worksUntil, zone } = choice;
  const series = choice.weekly ? { startsAt, zone, afterMs: worksUntil - startsAt } : null;
  const title = cleanName(choice.title);
  if (utf8(title).length > MAX_TITLE_BYTES) throw new VigilError('title-too-long');
  const note = cleanText(choice.note);
  const lastsMs = worksUntil - now;
  const fits =
    startsAt >= now - SLACK_MS &&
    worksUntil >= startsAt &&
    lastsMs >= SHORTEST_MS - SLACK_MS &&
    lastsMs <= MAX_LIFETIME_SECONDS * 1000 + SLACK_MS;
  if (!fits || note.length > MAX_NOTE_LENGTH || !isZone(zone)) throw new VigilError('bad-request');
  // Later ones are made when the one before begins.
  if (series !== null && series.afterMs > WEEK_MS) throw new VigilError('bad-request');
  const invitation = createInvitation(
    { title, relays, turn: [], open: false, worksUntil: worksUntil / 1000 },
    unixSeconds(now),
  );
  const weekly = series && beginSeries(series);
  return { ...invitation, plan: { startsAt, zone, note, weekly } };
}
