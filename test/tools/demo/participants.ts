/** Who takes part in the demo, and how they come together. */
import path from 'node:path';
import { startApp, type RunningApp } from '../../support/driver/app';
import { askToJoin, expectPictureOf, hostMeeting } from '../../support/driver/call';
import { fakeDeviceSwitches, writeParticipantMedia } from '../../support/media/files';

export const NAMES = ['Alice', 'Bob', 'Carol', 'Dave', 'Erin', 'Frank'];

export interface Participant {
  name: string;
  /** Of the picture and the tone. */
  index: number;
  app: RunningApp;
}

export interface Place {
  /** For everybody's profile, picture and tone; whoever made it takes it away. */
  folder: string;
  relay: string;
  /** How many take part. */
  size: number;
  /** Words for people. */
  say: (line: string) => void;
}

/** A computer that all the participants share draws and encodes for each: more of them have less to draw. */
const look = (size: number) =>
  size <= 2
    ? { framesPerSecond: 15, window: null }
    : { framesPerSecond: 5, window: { width: 800, height: 600 } };

/** Starts the app, in the same profile folder each time. */
export async function startParticipant(name: string, index: number, place: Place): Promise<Participant> {
  const { framesPerSecond, window } = look(place.size);
  const switches = fakeDeviceSwitches(writeParticipantMedia(place.folder, index, { framesPerSecond }));
  const folder = path.join(place.folder, `profile-${String(index)}`);
  const app = await startApp({
    relays: [place.relay],
    // Nothing on screen moves but the pictures.
    switches: [...switches, '--force-prefers-reduced-motion'],
    folder,
  });
  if (window !== null)
    await app.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(width, height);
    }, window);
  return { name, index, app };
}

async function arrive(
  host: Participant,
  guest: Participant,
  before: Participant[],
  link: string,
): Promise<void> {
  await askToJoin(guest.app.page, link, guest.name);
  await host.app.page.getByTestId('knock-admit').click();
  const pairs = before.flatMap((other) => [
    expectPictureOf(guest.app.page, other.name),
    expectPictureOf(other.app.page, guest.name),
  ]);
  await Promise.all(pairs);
}

/** The first starts a meeting, and the others come in one after another. */
export async function gather(
  participants: Participant[],
  say: Place['say'],
): Promise<{ link: string; connectedMs: number }> {
  const [host, ...guests] = participants;
  if (!host) throw new Error('nobody starts');
  const link = await hostMeeting(host.app.page, host.name, 'Demo call');
  say(`${host.name} has started a meeting and has an invite link of ${String(link.length)} characters.`);
  let connectedMs = 0;
  for (const [index, guest] of guests.entries()) {
    const started = performance.now();
    await arrive(host, guest, participants.slice(0, index + 1), link);
    connectedMs = Math.round(performance.now() - started);
    say(`${guest.name} knocked, was let in, and all had a picture after ${String(connectedMs)} ms.`);
  }
  return { link, connectedMs };
}
