/**
 * How fast a file goes from one person to another in a call, from Save to whole and on the disk, against a data
 * channel between the same two windows that hands bytes on and does nothing with them; and what the call loses
 * meanwhile. The two take turns in each round, and a call that carries nothing else stands between them.
 */
import path from 'node:path';
import { answerDialogs, fileRow, sendFile, writeNoise } from '../../support/driver/files';
import { expect } from '../../support/driver/patience';
import { openChat } from '../../support/driver/speaking-up';
import { callOfTwo, gotBy, type Got, type TwoApps } from './call/two-apps';
import { connectPlain, disconnectPlain, sendPlain } from './call/plain-channel';
import { median, rounded } from './rounds';

const ROUNDS = 5;
const LENGTH = 64 * 1024 * 1024;
const LIMIT_MS = 180_000;
const WARM_UP = 8 * 1024 * 1024;
/** Nothing that reaches a window in 700 ms is clicked in it. */
const SETTLED_MS = 800;
const AIM = 0.8;

/** Of the call, at the one who receives. */
interface Call {
  /** Pictures in a second. */
  framesPerSecond: number;
  /** Of the sound, made up in between. */
  concealed: number;
}

interface Round {
  fileMs: number;
  plainMs: number;
  quiet: Call;
  duringFile: Call;
  duringPlain: Call;
}

export interface FilesReport {
  /** Million bytes in a second. */
  fileMBs: number;
  plainMBs: number;
  ratioToPlain: number;
  aim: number;
  aimMet: boolean;
  call: Record<'quiet' | 'duringFile' | 'duringPlain', Call>;
  rounds: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function callBetween(before: Got, after: Got, ms: number): Call {
  return {
    framesPerSecond: ((after.frames - before.frames) * 1000) / ms,
    concealed: (after.concealed - before.concealed) / Math.max(1, after.samples - before.samples),
  };
}

async function beside<T>({ bob }: TwoApps, act: () => Promise<T>): Promise<{ result: T; call: Call }> {
  const before = await gotBy(bob.page);
  const began = performance.now();
  const result = await act();
  return { result, call: callBetween(before, await gotBy(bob.page), performance.now() - began) };
}

/** Milliseconds from Save to whole. */
async function sendByVigil({ alice, bob, folder }: TwoApps, round: number): Promise<number> {
  const name = `round-${String(round)}.bin`;
  const file = path.join(folder, name);
  await writeNoise(file, LENGTH);
  await answerDialogs(alice.app, { open: file });
  await answerDialogs(bob.app, { save: path.join(folder, `saved-${name}`) });
  await sendFile(alice.page);
  const row = fileRow(bob.page, name);
  await expect(row).toHaveAttribute('data-state', 'offered');
  await pause(SETTLED_MS);
  return row.evaluate(
    (element) =>
      new Promise<number>((resolve, reject) => {
        const began = performance.now();
        new MutationObserver(() => {
          const { state } = element.dataset;
          if (state === 'done') resolve(performance.now() - began);
          else if (state !== 'offered' && state !== 'running') reject(new Error(String(state)));
        }).observe(element, { attributes: true, attributeFilter: ['data-state'] });
        element.querySelector<HTMLElement>('[data-testid="file-save"]')?.click();
      }),
  );
}

async function measure(call: TwoApps, round: number): Promise<Round> {
  const { alice, bob } = call;
  const quiet = await beside(call, () => pause(3000));
  const seen = { fileMs: 0, plainMs: 0, duringFile: quiet.call, duringPlain: quiet.call };
  const order = round % 2 === 0 ? (['file', 'plain'] as const) : (['plain', 'file'] as const);
  for (const which of order) {
    const { result, call: during } = await beside(call, () =>
      which === 'file' ? sendByVigil(call, round) : sendPlain(alice.page, bob.page, LENGTH),
    );
    if (which === 'file') Object.assign(seen, { fileMs: result, duringFile: during });
    else Object.assign(seen, { plainMs: result, duringPlain: during });
  }
  return { ...seen, quiet: quiet.call };
}

function report(rounds: readonly Round[]): FilesReport {
  const callOf = (name: 'quiet' | 'duringFile' | 'duringPlain'): Call => ({
    framesPerSecond: rounded(median(rounds.map((round) => round[name].framesPerSecond))),
    concealed: rounded(median(rounds.map((round) => round[name].concealed))),
  });
  const speed = (ms: number): number => LENGTH / 1000 / ms;
  const ratioToPlain = rounded(median(rounds.map(({ fileMs, plainMs }) => plainMs / fileMs)));
  return {
    fileMBs: rounded(median(rounds.map(({ fileMs }) => speed(fileMs)))),
    plainMBs: rounded(median(rounds.map(({ plainMs }) => speed(plainMs)))),
    ratioToPlain,
    aim: AIM,
    aimMet: ratioToPlain >= AIM,
    call: { quiet: callOf('quiet'), duringFile: callOf('duringFile'), duringPlain: callOf('duringPlain') },
    rounds: rounds.length,
  };
}

export const explainFiles = `files
A file of 64 MiB in a call of two apps, from Save to whole and on the disk, against a plain data channel between the
same two windows (ratioToPlain: how much of its speed is left; the aim is ${String(AIM)} or more), and the pictures in a
second and the share of made up sound that the receiver has of the call: before, during the file, during the other.`;

export async function benchFiles(): Promise<FilesReport> {
  const until = performance.now() + LIMIT_MS;
  const call = await callOfTwo();
  try {
    const pages = [call.alice.page, call.bob.page] as const;
    await openChat(call.bob.page);
    await connectPlain(...pages);
    await sendPlain(...pages, WARM_UP);
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS && (rounds.length < 3 || performance.now() < until))
      rounds.push(await measure(call, rounds.length));
    await disconnectPlain(pages);
    return report(rounds);
  } finally {
    await call.close();
  }
}
