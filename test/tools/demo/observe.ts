/** What each participant sees and hears of each other one. */
import { safetyNumberWith } from '../../support/driver/call';
import { hearTone, seePicture, seesParticipant, videoOf } from '../../support/driver/observe';
import type { Participant, Place } from './participants';

interface Seen {
  frames: number;
  picture: boolean;
  sound: boolean;
}

/** For each participant, of each other one in the order of arrival; of two people a plain list says the same. */
export type Table<T> = T[] | T[][];

export interface AllSeen {
  framesDecoded: Table<number>;
  pictureOfOther: Table<boolean>;
  soundOfOther: Table<boolean>;
}

function table<S, T>(rows: S[][], pick: (seen: S) => T): Table<T> {
  const full = rows.map((row) => row.map(pick));
  return rows.length === 2 ? full.flat() : full;
}

function forEachPair<T>(
  participants: Participant[],
  look: (me: Participant, other: Participant) => Promise<T>,
): Promise<T[][]> {
  return Promise.all(
    participants.map((me) =>
      Promise.all(participants.filter((other) => other !== me).map((other) => look(me, other))),
    ),
  );
}

async function observe(me: Participant, other: Participant): Promise<Seen> {
  const selector = await videoOf(me.app.page, other.name);
  const picture = await seesParticipant(me.app.page, other.index, selector);
  const sound = (await hearTone(me.app.page, selector)) === other.index;
  const { frames } = await seePicture(me.app.page, selector);
  return { frames, picture, sound };
}

function tell(participants: Participant[], rows: Seen[][], say: Place['say']): void {
  rows.forEach((row, index) => {
    const others = participants.filter((_, other) => other !== index);
    row.forEach(({ frames, picture, sound }, place) => {
      const [me, other] = [participants[index]?.name ?? '', others[place]?.name ?? ''];
      say(
        `${me} ${picture ? 'sees' : 'does NOT see'} ${other}'s picture (${String(frames)} frames) ` +
          `and ${sound ? 'hears' : 'does NOT hear'} ${other}'s tone.`,
      );
    });
  });
}

/** @param seconds goes on looking for so long, unless something is missing. */
export async function observeAll(
  participants: Participant[],
  seconds: number,
  say: Place['say'],
): Promise<AllSeen> {
  const end = Date.now() + seconds * 1000;
  let rows: Seen[][];
  do {
    rows = await forEachPair(participants, observe);
  } while (Date.now() < end && rows.flat().every(({ picture, sound }) => picture && sound));
  tell(participants, rows, say);
  return {
    framesDecoded: table(rows, ({ frames }) => frames),
    pictureOfOther: table(rows, ({ picture }) => picture),
    soundOfOther: table(rows, ({ sound }) => sound),
  };
}

/** Each pair's pictures, seen to move. */
export async function observePictures(participants: Participant[]): Promise<Table<boolean>> {
  const rows = await forEachPair(participants, async (me, other) =>
    seesParticipant(me.app.page, other.index, await videoOf(me.app.page, other.name)),
  );
  return table(rows, (picture) => picture);
}

export async function numbersAreEqual(participants: Participant[]): Promise<boolean> {
  for (const [index, me] of participants.entries()) {
    for (const other of participants.slice(index + 1)) {
      const mine = await safetyNumberWith(me.app.page, other.name);
      const theirs = await safetyNumberWith(other.app.page, me.name);
      if (mine.length !== 12 || mine.join() !== theirs.join()) return false;
    }
  }
  return true;
}
