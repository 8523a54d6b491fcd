/** The model as it is shipped, with what runs it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ModelFiles } from '../../../renderer/call/background/segmenter';

const folder = '@twilio/video-processors/dist/build';
const { resolve } = createRequire(import.meta.url);
const bytesOf = (name: string): ArrayBuffer =>
  new Uint8Array(readFileSync(resolve(`${folder}/${name}`))).buffer;

export const modelFiles = (): ModelFiles => ({
  wasm: bytesOf('tflite-simd-1-0-0.wasm'),
  model: bytesOf('selfie_segmentation_landscape.tflite'),
});

/** A drawing of somebody before a wall: head, neck and shoulders, so wide and high. */
export function drawnPerson(width: number, height: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  const inside = (
    x: number,
    y: number,
    [cx, cy, rx, ry]: readonly [number, number, number, number],
  ): boolean => ((x / width - cx) / rx) ** 2 + ((y / height - cy) / ry) ** 2 < 1;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let color: readonly [number, number, number] = [112, 128, 140 - y / 4];
      if (inside(x, y, [0.5, 1.05, 0.3, 0.38])) color = [70, 110, 90];
      if (inside(x, y, [0.5, 0.42, 0.13, 0.3])) color = [70, 50, 40];
      if (inside(x, y, [0.5, 0.65, 0.05, 0.15])) color = [200, 150, 120];
      if (inside(x, y, [0.5, 0.45, 0.1, 0.24])) color = [218, 166, 132];
      if (inside(x, y, [0.46, 0.42, 0.012, 0.02]) || inside(x, y, [0.54, 0.42, 0.012, 0.02]))
        color = [40, 30, 30];
      if (inside(x, y, [0.5, 0.56, 0.035, 0.015])) color = [150, 70, 70];
      rgba.set([...color, 255], (y * width + x) * 4);
    }
  return rgba;
}
