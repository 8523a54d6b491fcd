/** What finding a person in one picture costs: by far the most of a background. Drawing is the graphics' part. */
import { MODEL_HEIGHT, MODEL_WIDTH, openSegmenter } from '../../../renderer/call/background/segmenter';
import { drawnPerson, modelFiles } from '../../support/media/segmentation';
import { median, rounded } from './rounds';

const ROUNDS = 9;
const WARM_UP = 20;
const FRAMES = 30;
/** Pictures in a second, as the camera is asked for. */
const RATE = 30;

export interface BackgroundCost {
  millisecondsForAFrame: number;
  /** Of a processor, at thirty pictures in a second. */
  ratio: number;
}

export async function benchBackground(): Promise<BackgroundCost> {
  const { segment } = await openSegmenter(modelFiles());
  const picture = drawnPerson(MODEL_WIDTH, MODEL_HEIGHT);
  const mask = new Uint8ClampedArray(MODEL_WIDTH * MODEL_HEIGHT);
  for (let frame = 0; frame < WARM_UP; frame++) segment(picture, mask);
  const costs = Array.from({ length: ROUNDS }, () => {
    const begin = process.cpuUsage();
    for (let frame = 0; frame < FRAMES; frame++) segment(picture, mask);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000 / FRAMES;
  });
  const cost = median(costs);
  return { millisecondsForAFrame: rounded(cost), ratio: rounded((cost * RATE) / 1000) };
}
