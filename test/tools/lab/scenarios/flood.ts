/**
 * A relay floods everybody who listens, with noise and with the hellos of strangers who have the link: a call that runs
 * loses nothing, memory stays as it is, and a newcomer comes in by another relay.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { concealment, frameLoss, framesIn, pause } from '../frames';
import { gather } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import { wan } from '../stage';

const WINDOWS = 5;
const SETTLED_AFTER_MS = 4000;
const NEWCOMER_LIMIT_MS = 60_000;
/** What a garbage collector leaves lying for a while. */
const MEMORY_SLACK = 48 * 1024 * 1024;
/** Of sound, made up in between. */
const CONCEALED_SLACK = 0.02;
/** Of one processor. */
const MOST_OF_A_PROCESSOR = 0.6;

const MEGABYTE = 1024 * 1024;

interface Seen {
  frames: number[];
  concealed: number;
  /** Main's, at the end. */
  memory: number;
  /** Main's share of a processor. */
  load: number;
}

async function watch(participant: Participant): Promise<Seen> {
  const [sound, cost, began] = [
    await participant.tell('inbound'),
    await participant.tell('cost'),
    performance.now(),
  ];
  const frames = await framesIn(participant, WINDOWS);
  const [soundAfter, costAfter] = [await participant.tell('inbound'), await participant.tell('cost')];
  return {
    frames,
    concealed: concealment(sound, soundAfter),
    memory: costAfter.memory,
    load: Number(((costAfter.computedMs - cost.computedMs) / (performance.now() - began)).toFixed(2)),
  };
}

async function run({ say, stage: build }: Lab) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-flood-'));
  const linkFile = path.join(folder, 'link');
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice', 'bob', 'carol'] },
  ]);
  stage.onEnd(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  await stage.startServers({ relays: 1 });
  const flooding = await stage.startFloodingRelay(linkFile);
  const [alice, bob, carol] = await Promise.all([
    stage.participant('alice', 'Alice', 0),
    stage.participant('bob', 'Bob', 1),
    stage.participant('carol', 'Carol', 2),
  ]);
  const link = await gather(alice, [bob]);
  writeFileSync(linkFile, link);
  await alice.tell('openDoor');
  await pause(SETTLED_AFTER_MS);
  const before = await watch(alice);
  flooding.flood();
  await pause(SETTLED_AFTER_MS);
  const early = await watch(alice);
  const late = await watch(alice);
  const { framesLost, noise } = frameLoss(before.frames, [...early.frames, ...late.frames]);
  const concealedMore = Number((Math.max(early.concealed, late.concealed) - before.concealed).toFixed(3));
  const grownMb = Math.round((late.memory - early.memory) / MEGABYTE);
  const load = Math.max(early.load, late.load);
  say(
    `flooded: ${String(framesLost)} frames lost, noise ${String(noise)}; ${String(concealedMore)} of the sound made up; main grew by ${String(grownMb)} MB and takes ${String(load)} of a processor (${String(before.load)} before).`,
  );
  await carol.tell('ask', { link, name: carol.name });
  const seen = await carol.sees(alice, NEWCOMER_LIMIT_MS);
  say(`a newcomer ${seen === null ? 'has NOT joined' : `has joined in ${String(seen)} ms`}.`);
  const problems = [
    ...(framesLost > noise ? [`${String(framesLost)} frames were lost`] : []),
    ...(concealedMore > CONCEALED_SLACK ? ['sound was lost'] : []),
    ...(late.memory - early.memory > MEMORY_SLACK ? ['memory grows'] : []),
    ...(load > MOST_OF_A_PROCESSOR ? ['main is busy with the flood'] : []),
    ...(seen === null ? ['nobody new can join'] : []),
  ];
  return {
    part: { framesLost, noise, concealedMore, grownMb, load, newcomerJoined: seen !== null },
    problems,
  };
}

export const flood: Scenario = { name: 'flood', limitMs: 240_000, run };
