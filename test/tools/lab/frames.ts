/** Pictures that arrive, counted in windows of time. */
import type { Inbound } from './inbound';
import type { Participant } from './participant';

const WINDOW_MS = 2000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Frames that this participant decodes in each of so many windows, as if each were exactly as long. */
export async function framesIn(participant: Participant, windows: number): Promise<number[]> {
  const counts: number[] = [];
  let before = await participant.tell('inbound');
  for (let window = 0; window < windows; window++) {
    await pause(WINDOW_MS);
    const now = await participant.tell('inbound');
    counts.push(((now.framesDecoded - before.framesDecoded) / (now.at - before.at)) * WINDOW_MS);
    before = now;
  }
  return counts;
}

export interface FrameLoss {
  /** Of the worst window afterwards, against the mean before. */
  framesLost: number;
  /** How far windows differed before anything was done. */
  noise: number;
}

/** Pure. */
export function frameLoss(before: readonly number[], after: readonly number[]): FrameLoss {
  const mean = before.reduce((sum, count) => sum + count, 0) / before.length;
  return {
    framesLost: Math.max(0, Math.round(mean - Math.min(...after))),
    // A frame at the edge of a window belongs to either.
    noise: Math.max(1, Math.round(Math.max(...before) - Math.min(...before))),
  };
}

/** The share of the sound that was made up in between, from 0 to 1. Pure. */
export function concealment(before: Inbound, after: Inbound): number {
  const played = after.samples - before.samples;
  return played <= 0 ? 1 : Number(((after.concealed - before.concealed) / played).toFixed(3));
}

/** The share of the sound's packets that did not arrive in between, from 0 to 1. Pure. */
export function packetLoss(before: Inbound, after: Inbound): number {
  const lost = after.soundPacketsLost - before.soundPacketsLost;
  const sent = lost + after.soundPacketsReceived - before.soundPacketsReceived;
  return sent <= 0 ? 1 : Number((lost / sent).toFixed(3));
}
