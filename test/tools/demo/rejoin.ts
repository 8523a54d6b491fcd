/** The last guest is killed without a word, is missed, and comes back by the same link. */
import { askToJoin, expectPictureOf } from '../../support/driver/call';
import { expect } from '../../support/driver/patience';
import { killTree } from '../scripts/process-tree.mjs';
import { observePictures, type Table } from './observe';
import { startParticipant, type Participant, type Place } from './participants';

export interface Rejoined {
  /** From the kill until the tile of the one who vanished says so to everybody else. */
  noticedMs: number;
  /** From opening the link again until all have pictures of and for whoever came back. */
  connectedMs: number;
  pictureOfOther: Table<boolean>;
}

function tileOf(name: string, at: Participant) {
  return at.app.page.locator('[data-testid^="tile-"]', { hasText: name }).first();
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

/** The last of the participants is replaced by whoever came back, so that its app is ended with the others. */
export async function killAndRejoin(
  participants: Participant[],
  link: string,
  place: Place,
): Promise<Rejoined> {
  const { say } = place;
  const others = participants.slice(0, -1);
  const [gone] = participants.slice(-1);
  if (!gone || others.length === 0) throw new Error('nobody to be missed');
  const { pid } = gone.app.app.process();
  if (pid === undefined) throw new Error('the app does not run');

  const noticedMs = await milliseconds(async () => {
    killTree(pid);
    await Promise.all(others.map((at) => expect(tileOf(gone.name, at)).toHaveAttribute('data-lost', 'true')));
  });
  say(`${gone.name}'s app was killed; all the others were told after ${String(noticedMs)} ms.`);

  const back = await startParticipant(gone.name, gone.index, place);
  participants.splice(-1, 1, back);
  const connectedMs = await milliseconds(async () => {
    await askToJoin(back.app.page, link, back.name);
    await Promise.all(
      others.flatMap((at) => [
        expectPictureOf(back.app.page, at.name),
        expect(tileOf(back.name, at)).toHaveAttribute('data-lost', 'false'),
      ]),
    );
  });
  say(`${back.name} came back by the same link without knocking, in ${String(connectedMs)} ms.`);

  const pictureOfOther = await observePictures(participants);
  const all = pictureOfOther.flat().every(Boolean);
  say(`Each ${all ? 'sees' : 'does NOT see'} each other's picture again.`);
  return { noticedMs, connectedMs, pictureOfOther };
}
