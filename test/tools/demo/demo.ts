/**
 * `npm run demo`: apps with different pictures and tones meet by one link, and each is asked what it sees and
 * hears of each other. Then one is killed and comes back. Prints what happened; with --json one line. Exit 1 if
 * anything is false.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { freshFolder } from '../../support/driver/app';
import { startRelay } from '../../../main/volunteer-server/relay/relay';
import { numbersAreEqual, observeAll, type AllSeen } from './observe';
import { gather, NAMES, startParticipant, type Participant, type Place } from './participants';
import { killAndRejoin, type Rejoined } from './rejoin';
import { speakUp, type SpokenUp } from './speak-up';

interface Report extends AllSeen, SpokenUp {
  connectedMs: number;
  safetyNumbersEqual: boolean;
  rejoined: Rejoined;
  runtime: 'electron' | 'stand-in';
}

interface Choice {
  participants: number;
  seconds: number;
  json: boolean;
}

function wholeNumber(text: string, least: number, most: number, option: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`--${option} takes a whole number from ${String(least)} to ${String(most)}`);
  }
  return value;
}

function readArguments(): Choice {
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

/** @param participants filled as they start, so that the caller can end them. */
async function meet(participants: Participant[], place: Place, choice: Choice): Promise<Report> {
  const { say } = place;
  const names = NAMES.slice(0, choice.participants);
  say(`A relay runs on this computer, and these start: ${names.join(', ')}.`);
  for (const [index, name] of names.entries()) participants.push(await startParticipant(name, index, place));
  const { link, connectedMs } = await gather(participants, say);
  const seen = await observeAll(participants, choice.seconds, say);
  const safetyNumbersEqual = await numbersAreEqual(participants);
  say(`The safety numbers of each pair ${safetyNumbersEqual ? 'are equal' : 'DIFFER'}.`);
  const spokenUp = await speakUp(participants, say);
  const rejoined = await killAndRejoin(participants, link, place);
  const standIn = await participants[0]?.app.app.evaluate(() => 'vigil-stand-in' in process.versions);
  const runtime = standIn === true ? 'stand-in' : 'electron';
  return { connectedMs, ...seen, safetyNumbersEqual, ...spokenUp, rejoined, runtime };
}

async function run(choice: Choice): Promise<Report> {
  const folder = await freshFolder();
  const relay = await startRelay();
  const participants: Participant[] = [];
  const say = (line: string): void => {
    if (!choice.json) console.log(line);
  };
  try {
    return await meet(participants, { folder, relay: relay.url, size: choice.participants, say }, choice);
  } finally {
    await Promise.allSettled(participants.map(({ app }) => app.close()));
    await relay.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  }
}

const choice = readArguments();
const report = await run(choice);
if (choice.json) console.log(JSON.stringify(report));
const good =
  [report.pictureOfOther, report.soundOfOther, report.rejoined.pictureOfOther].flat(2).every(Boolean) &&
  report.safetyNumbersEqual &&
  [report.chatSameOrder, report.handOrderSame, report.silencedUnheard].every(Boolean) &&
  report.framesDecoded.flat().every((frames) => frames > 0);
process.exitCode = good ? 0 : 1;
