/** How participants come together. */
import type { Participant } from './participant';

const PICTURE_LIMIT_MS = 30_000;

/** Both see each other. */
export async function seeEachOther(one: Participant, other: Participant, limitMs = PICTURE_LIMIT_MS) {
  const seen = await Promise.all([one.sees(other, limitMs), other.sees(one, limitMs)]);
  return seen.every((ms) => ms !== null);
}

/** The first starts a meeting and lets the others in, one after another. @returns the invite link. */
export async function gather(host: Participant, guests: readonly Participant[]): Promise<string> {
  const link = await host.tell('host', host.name);
  const inside = [host];
  for (const guest of guests) {
    await guest.tell('ask', { link, name: guest.name });
    await host.tell('admit');
    for (const other of inside)
      if (!(await seeEachOther(guest, other)))
        throw new Error(`${guest.name} and ${other.name} have no picture`);
    inside.push(guest);
  }
  return link;
}
