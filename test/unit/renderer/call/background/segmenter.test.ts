/** The model that is shipped finds a person, and nothing else is taken for it. */
import { describe, expect, it } from 'vitest';
import { MODEL_HEIGHT, MODEL_WIDTH, openSegmenter } from '../../../../../renderer/call/background/segmenter';
import { drawnPerson, modelFiles } from '../../../../support/media/segmentation';

describe('the model', () => {
  it('tells a person from the wall behind', async () => {
    const { segment } = await openSegmenter(modelFiles());
    const mask = new Uint8ClampedArray(MODEL_WIDTH * MODEL_HEIGHT);
    segment(drawnPerson(MODEL_WIDTH, MODEL_HEIGHT), mask);
    const at = (x: number, y: number): number =>
      mask[Math.round(y * MODEL_HEIGHT) * MODEL_WIDTH + Math.round(x * MODEL_WIDTH)] ?? 0;
    for (const [x, y] of [
      [0.5, 0.45],
      [0.5, 0.9],
      [0.4, 0.9],
    ] as const)
      expect(at(x, y)).toBeGreaterThan(200);
    for (const [x, y] of [
      [0.1, 0.2],
      [0.9, 0.2],
      [0.05, 0.6],
      [0.95, 0.6],
    ] as const)
      expect(at(x, y)).toBeLessThan(50);
  });

  it('is refused where it is another, or none', async () => {
    const files = modelFiles();
    await expect(openSegmenter({ ...files, model: new ArrayBuffer(1000) })).rejects.toThrow();
    await expect(openSegmenter({ ...files, wasm: new ArrayBuffer(8) })).rejects.toThrow();
  });
});
