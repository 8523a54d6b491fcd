/**
 * `npm run demo`: apps with different pictures and tones meet by one link, and each is asked what it sees and
 * hears of each other. Prints what happened; with --json one line. Exit 1 if anything is false.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startApp, type RunningApp } from '../driver/app';
import { askToJoin, expectPictureOf, hostMeeting, safetyNumberWith } from '../driver/call';
import { hearTone, seePicture, seesParticipant, videoOf } from '../driver/observe';
import { fakeDeviceSwitches, writeParticipantMedia } from '../media/files';
import { startRelay } from '../relay/relay';

const NAMES = ['Alice', 'Bob', 'Carol', 'Dave', 'Erin', 'Frank'];

interface Report {
  connectedMs: number;
  /** For each participant, of each other one in the order of arrival. */
  framesDecoded: number[] | number[][];
  pictureOfOther: boolean[] | boolean[][];
  soundOfOther: boolean[] | boolean[][];
  safetyNumbersEqual: boolean;
  runtime: 'electron' | 'stand-in';
}

interface Participant {
  name: string;
  index: number;
  app: RunningApp;
}

interface Choice {
  participants: number;
  seconds: number;
  say: (line: string) => void;
}

function wholeNumber(text: string, least: number, most: number, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`--${option} takes a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}

function readArguments(): { json: boolean; participants: number; seconds: number } {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      participants: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '5' },
    },
  });
  return {
    json: values.json,
    participants: wholeNumber(values.participants, 2, NAMES.length, 'participants'),
    seconds: wholeNumber(values.seconds, 0, 600, 'seconds'),
  };
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

async function gather(participants: Participant[], say: Choice['say']): Promise<number> {
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
  return connectedMs;
}

/** What one participant sees and hears of another. */
async function observe(
  me: Participant,
  other: Participant,
): Promise<{ frames: number; picture: boolean; sound: boolean }> {
  const selector = await videoOf(me.app.page, other.name);
  const picture = await seesParticipant(me.app.page, other.index, selector);
  const sound = (await hearTone(me.app.page, selector)) === other.index;
  const { frames } = await seePicture(me.app.page, selector);
  return { frames, picture, sound };
}

async function observeAll(
  participants: Participant[],
  { seconds, say }: Choice,
): Promise<Pick<Report, 'framesDecoded' | 'pictureOfOther' | 'soundOfOther'>> {
  const end = Date.now() + seconds * 1000;
  let rows: Awaited<ReturnType<typeof observe>>[][];
  do {
    rows = await Promise.all(
      participants.map((me) =>
        Promise.all(participants.filter((other) => other !== me).map((other) => observe(me, other))),
      ),
    );
  } while (Date.now() < end && rows.flat().every(({ picture, sound }) => picture && sound));
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
  /** Two people have one other each: a plain list says the same. */
  const table = <T>(pick: (seen: { frames: number; picture: boolean; sound: boolean }) => T): T[] | T[][] => {
    const full = rows.map((row) => row.map(pick));
    return participants.length === 2 ? full.flat() : full;
  };
  return {
    framesDecoded: table(({ frames }) => frames),
    pictureOfOther: table(({ picture }) => picture),
    soundOfOther: table(({ sound }) => sound),
  };
}

async function numbersAreEqual(participants: Participant[]): Promise<boolean> {
  for (const [index, me] of participants.entries()) {
    for (const other of participants.slice(index + 1)) {
      const mine = await safetyNumberWith(me.app.page, other.name);
      const theirs = await safetyNumberWith(other.app.page, me.name);
      if (mine.length !== 12 || mine.join() !== theirs.join()) return false;
    }
  }
  return true;
}

async function run(choice: Choice): Promise<Report> {
  const { say } = choice;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-demo-'));
  const relay = await startRelay();
  const names = NAMES.slice(0, choice.participants);
  const participants: Participant[] = [];
  try {
    say(`A relay runs on this computer, and these start: ${names.join(', ')}.`);
    for (const [index, name] of names.entries()) {
      const switches = fakeDeviceSwitches(writeParticipantMedia(folder, index));
      participants.push({ name, index, app: await startApp({ relays: [relay.url], switches }) });
    }
    const connectedMs = await gather(participants, say);
    const seen = await observeAll(participants, choice);
    const safetyNumbersEqual = await numbersAreEqual(participants);
    say(`The safety numbers of each pair ${safetyNumbersEqual ? 'are equal' : 'DIFFER'}.`);
    const standIn = await participants[0]?.app.app.evaluate(() => 'vigil-stand-in' in process.versions);
    return { connectedMs, ...seen, safetyNumbersEqual, runtime: standIn === true ? 'stand-in' : 'electron' };
  } finally {
    await Promise.allSettled(participants.map(({ app }) => app.close()));
    await relay.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const { json, participants, seconds } = readArguments();
const report = await run({
  participants,
  seconds,
  say: (line) => {
    if (!json) console.log(line);
  },
});
if (json) console.log(JSON.stringify(report));
const good =
  [report.pictureOfOther, report.soundOfOther].flat(2).every(Boolean) &&
  report.safetyNumbersEqual &&
  report.framesDecoded.flat().every((frames) => frames > 0);
process.exitCode = good ? 0 : 1;
