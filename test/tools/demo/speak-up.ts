/** All write and raise their hands at once, and one is silenced: what each of them is shown and hears. */
import { fallsSilent, hearTone, videoOf } from '../../support/driver/observe';
import { expect } from '../../support/driver/patience';
import { handsAt, openPeople, switchSilence, textsAt, writeMessage } from '../../support/driver/speaking-up';
import type { Participant, Place } from './participants';

export interface SpokenUp {
  /** Every participant shows the same messages in the same order. */
  chatSameOrder: boolean;
  /** Every participant shows the same hands in the same order. */
  handOrderSame: boolean;
  /** Nobody hears whom the host has silenced, everybody did before, and does after. */
  silencedUnheard: boolean;
}

const WRITTEN_BY_EACH = 3;

function areAlike(lists: readonly string[][], length: number): boolean {
  return lists.every((list) => list.length === length && list.join('\n') === lists[0]?.join('\n'));
}

async function writeAtOnce(participants: Participant[]): Promise<boolean> {
  await Promise.all(
    participants.map(async ({ name, app: { page } }) => {
      for (let count = 0; count < WRITTEN_BY_EACH; count++)
        await writeMessage(page, `${name} ${String(count)}`);
    }),
  );
  const all = participants.length * WRITTEN_BY_EACH;
  return areAlike(await Promise.all(participants.map(({ app: { page } }) => textsAt(page, all))), all);
}

async function raiseAtOnce(participants: Participant[]): Promise<boolean> {
  const pages = participants.map(({ app: { page } }) => page);
  await Promise.all(pages.map((page) => page.getByTestId('control-hand').click()));
  const lists = await Promise.all(pages.map((page) => handsAt(page, pages.length)));
  await Promise.all(pages.map((page) => page.getByTestId('control-hand').click()));
  return areAlike(lists, pages.length);
}

async function comesTrue(holds: () => Promise<boolean>): Promise<boolean> {
  return expect
    .poll(holds)
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}

/** The last of them is silenced by the first. */
async function silence(participants: Participant[], say: Place['say']): Promise<boolean> {
  const [host] = participants;
  const silenced = participants.at(-1);
  if (!host || !silenced) throw new Error('nobody to be silenced');
  const listening = await Promise.all(
    participants.slice(0, -1).map(async ({ app: { page } }) => ({
      page,
      selector: await videoOf(page, silenced.name),
    })),
  );
  // On a busy computer sound breaks off, and a moment of it can sound like another tone.
  const heard = (): Promise<boolean[]> =>
    Promise.all(
      listening.map(({ page, selector }) =>
        comesTrue(async () => (await hearTone(page, selector)) === silenced.index),
      ),
    );
  const before = await heard();
  await switchSilence(host.app.page, silenced.name);
  await expect(silenced.app.page.getByTestId('silenced')).toContainText(host.name);
  const unheard = await Promise.all(listening.map(({ page, selector }) => fallsSilent(page, selector)));
  await switchSilence(host.app.page, silenced.name);
  const after = await heard();
  say(`Heard before: ${before.join(', ')}; silent: ${unheard.join(', ')}; heard after: ${after.join(', ')}.`);
  return [...before, ...unheard, ...after].every(Boolean);
}

export async function speakUp(participants: Participant[], say: Place['say']): Promise<SpokenUp> {
  const chatSameOrder = await writeAtOnce(participants);
  say(`All wrote at once, and ${chatSameOrder ? 'have' : 'do NOT have'} the messages in one order.`);
  const handOrderSame = await raiseAtOnce(participants);
  say(`All raised their hands at once, and see them in ${handOrderSame ? 'one order' : 'DIFFERENT orders'}.`);
  const silencedUnheard = await silence(participants, say);
  say(
    `The host silenced one, whom ${silencedUnheard ? 'nobody hears' : 'somebody HEARS'} until that is ended.`,
  );
  await Promise.all(
    participants.map(async ({ app: { page } }) => {
      await openPeople(page);
      await page.getByTestId('control-people').click();
    }),
  );
  return { chatSameOrder, handOrderSame, silencedUnheard };
}
