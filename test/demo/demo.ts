/**
 * `npm run demo`: two apps with different pictures and tones meet by a link, and each is asked what it sees and
 * hears of the other. Prints what happened; with --json one line. Exit 1 if anything is false.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startApp, type RunningApp } from '../driver/app';
import { askToJoin, expectPictureOfOther, hostMeeting, safetyNumberOf } from '../driver/call';
import { hearTone, seePicture, seesParticipant } from '../driver/observe';
import { fakeDeviceSwitches, writeParticipantMedia } from '../media/files';
import { startRelay } from '../relay/relay';

interface Report {
  connectedMs: number;
  framesDecoded: number[];
  pictureOfOther: boolean[];
  soundOfOther: boolean[];
  safetyNumbersEqual: boolean;
  runtime: 'electron' | 'stand-in';
}

interface Choice {
  seconds: number;
  say: (line: string) => void;
}

const NAMES = ['Alice', 'Bob'] as const;

function readArguments(): { json: boolean; seconds: number } {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      participants: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '5' },
    },
  });
  if (values.participants !== '2') throw new Error('in this version a meeting holds two: --participants 2');
  const seconds = Number(values.seconds);
  if (!(seconds >= 0 && seconds <= 600)) throw new Error('--seconds takes a number from 0 to 600');
  return { json: values.json, seconds };
}

async function runCall({ seconds, say }: Choice): Promise<Report> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-demo-'));
  const relay = await startRelay();
  const apps: RunningApp[] = [];
  try {
    say(`A relay runs on this computer, and two Vigils start: ${NAMES.join(' and ')}.`);
    const switches = NAMES.map((_, index) => fakeDeviceSwitches(writeParticipantMedia(folder, index)));
    apps.push(
      ...(await Promise.all(switches.map((given) => startApp({ relays: [relay.url], switches: given })))),
    );
    const [alice, bob] = apps;
    if (!alice || !bob) throw new Error('an app did not start');
    const link = await hostMeeting(alice.page, NAMES[0], 'Demo call');
    say(`${NAMES[0]} has started a meeting and has an invite link of ${String(link.length)} characters.`);
    const started = performance.now();
    await askToJoin(bob.page, link, NAMES[1]);
    await alice.page.getByTestId('knock-admit').click();
    await Promise.all([expectPictureOfOther(alice.page), expectPictureOfOther(bob.page)]);
    const connectedMs = Math.round(performance.now() - started);
    say(`${NAMES[1]} knocked, was let in, and both had a picture after ${String(connectedMs)} ms.`);
    return await observe([alice, bob], connectedMs, { seconds, say });
  } finally {
    await Promise.allSettled(apps.map((app) => app.close()));
    await relay.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function observe(
  apps: [RunningApp, RunningApp],
  connectedMs: number,
  { seconds, say }: Choice,
): Promise<Report> {
  const pages = apps.map(({ page }) => page);
  const end = Date.now() + seconds * 1000;
  let pictureOfOther: boolean[] = [];
  let soundOfOther: boolean[] = [];
  do {
    pictureOfOther = await Promise.all(pages.map((page, index) => seesParticipant(page, 1 - index)));
    soundOfOther = await Promise.all(pages.map(async (page, index) => (await hearTone(page)) === 1 - index));
  } while (Date.now() < end && [...pictureOfOther, ...soundOfOther].every(Boolean));
  const framesDecoded = await Promise.all(pages.map(async (page) => (await seePicture(page)).frames));
  const [first, second] = await Promise.all(pages.map(safetyNumberOf));
  const safetyNumbersEqual = first?.length === 12 && first.join() === second?.join();
  NAMES.forEach((name, index) => {
    const other = NAMES[1 - index] ?? '';
    say(
      `${name} ${pictureOfOther[index] ? 'sees' : 'does NOT see'} ${other}'s picture ` +
        `(${String(framesDecoded[index])} frames) and ${soundOfOther[index] ? 'hears' : 'does NOT hear'} ${other}'s tone.`,
    );
  });
  say(`The safety numbers ${safetyNumbersEqual ? 'are equal' : 'DIFFER'}: ${first?.join(' ') ?? 'none'}`);
  const standIn = await apps[0].app.evaluate(() => 'vigil-stand-in' in process.versions);
  return {
    connectedMs,
    framesDecoded,
    pictureOfOther,
    soundOfOther,
    safetyNumbersEqual,
    runtime: standIn ? 'stand-in' : 'electron',
  };
}

const { json, seconds } = readArguments();
const report = await runCall({
  seconds,
  say: (line) => {
    if (!json) console.log(line);
  },
});
if (json) console.log(JSON.stringify(report));
const good =
  [...report.pictureOfOther, ...report.soundOfOther, report.safetyNumbersEqual].every(Boolean) &&
  report.framesDecoded.every((frames) => frames > 0);
process.exitCode = good ? 0 : 1;
