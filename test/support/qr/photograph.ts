/** Photographs of a QR code, drawn: turned, in perspective, mirrored, blurred, with glare and noise. */
import type { Pixels } from '../../../renderer/qr/qr-reader';
import { codePicture } from '../../../renderer/ui/qr/qr-code';

export interface Shot {
  /** Degrees. */
  turned?: number;
  /** By how much the far side is shorter, 0 to 0.5. */
  perspective?: number;
  mirrored?: boolean;
  /** Radius in pixels. */
  blur?: number;
  /** Strength of a bright spot, 0 to 1. */
  glare?: number;
  /** Deviation of each pixel, 0 to 60. */
  noise?: number;
  /** Side of the code in pixels, of a picture of 640 × 480. */
  size?: number;
}

const WIDTH = 640;
const HEIGHT = 480;

/** Modules of the code, its quiet zone included. */
function modulesOf(text: string): boolean[][] {
  const { size, path } = codePicture(text);
  const modules = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let column = Number(x); column < Number(x) + Number(length); column++) {
      const row = modules[Number(y)];
      if (row) row[column] = true;
    }
  return modules;
}

/** @param random numbers from 0 to 1: the same ones give the same picture. */
export function photograph(text: string, shot: Shot, random: () => number): Pixels {
  const { turned = 0, perspective = 0, mirrored = false, blur = 0, glare = 0, noise = 0, size = 300 } = shot;
  const modules = modulesOf(text);
  const angle = (turned * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const light = (x: number, y: number): number => {
    // From the picture back to the plane of the code.
    const [dx, dy] = [(x - WIDTH / 2) / size, (y - HEIGHT / 2) / size];
    const depth = 1 + perspective * dy * 2;
    const [px, py] = [dx / depth, dy / depth];
    const u = (px * cosine + py * sine) * (mirrored ? -1 : 1) + 0.5;
    const v = -px * sine + py * cosine + 0.5;
    if (u < 0 || v < 0 || u >= 1 || v >= 1) return 190;
    return modules[Math.floor(v * modules.length)]?.[Math.floor(u * modules.length)] === true ? 30 : 235;
  };
  let picture = new Float32Array(WIDTH * HEIGHT);
  // Four samples for each pixel, as a lens would.
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      picture[y * WIDTH + x] =
        (light(x + 0.25, y + 0.25) +
          light(x + 0.75, y + 0.25) +
          light(x + 0.25, y + 0.75) +
          light(x + 0.75, y + 0.75)) /
        4;
  for (let round = 0; round < blur; round++) picture = blurred(picture);
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(255);
  const [spotX, spotY] = [WIDTH * (0.3 + 0.4 * random()), HEIGHT * (0.3 + 0.4 * random())];
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const place = y * WIDTH + x;
      const bright = glare * 200 * Math.exp(-((x - spotX) ** 2 + (y - spotY) ** 2) / 5000);
      const grey = (picture[place] ?? 0) + bright + (random() - 0.5) * 2 * noise;
      data.fill(grey, place * 4, place * 4 + 3);
    }
  return { width: WIDTH, height: HEIGHT, data };
}

function blurred(picture: Float32Array): Float32Array<ArrayBuffer> {
  const result = new Float32Array(picture.length);
  for (let place = 0; place < picture.length; place++) {
    let sum = 0;
    for (const row of [-WIDTH, 0, WIDTH])
      for (const column of [-1, 0, 1]) sum += picture[place + row + column] ?? picture[place] ?? 0;
    result[place] = sum / 9;
  }
  return result;
}
