/** What a real player makes of a recording: ffprobe and ffmpeg of the system. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { recognisePicture, recogniseTone } from './recognise';

const run = promisify(execFile);
const RATE = 48_000;
const WINDOW = 8192;

export interface Probed {
  /** Seconds; NaN where the file does not say it. */
  duration: number;
  codecs: string[];
}

export async function probe(file: string): Promise<Probed> {
  const asked = ['-v', 'error', '-show_entries', 'format=duration:stream=codec_name', '-of', 'json'];
  const { stdout } = await run('ffprobe', [...asked, file]);
  const { format, streams } = JSON.parse(stdout) as {
    format: { duration?: string };
    streams: { codec_name: string }[];
  };
  return { duration: Number(format.duration), codecs: streams.map(({ codec_name }) => codec_name).sort() };
}

/** Seconds of pictures that can be decoded, whatever the file says of its length. */
export async function decodedSeconds(file: string): Promise<number> {
  const asked = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0'];
  const { stdout } = await run('ffprobe', [...asked, file], { maxBuffer: 1 << 26 });
  return Number(stdout.trim().split('\n').at(-1)?.replace(',', ''));
}

export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whose picture is in this area at that second. */
export async function pictureAt(file: string, second: number, area: Area): Promise<number | null> {
  const crop = `crop=${[area.width, area.height, area.x, area.y].join(':')}`;
  const { stdout } = await run(
    'ffmpeg',
    [
      ...['-v', 'error', '-ss', String(second), '-i', file, '-frames:v', '1', '-vf', crop],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-'],
    ],
    { encoding: 'buffer', maxBuffer: 1 << 26 },
  );
  return recognisePicture(stdout, area.width, area.height);
}

/** Whose tones are heard in it, and how many times. */
export async function tonesIn(file: string): Promise<Map<number, number>> {
  const { stdout } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', String(RATE), '-f', 'f32le', '-'],
    { encoding: 'buffer', maxBuffer: 1 << 28 },
  );
  const copy = Uint8Array.from(stdout);
  const samples = new Float32Array(copy.buffer, 0, Math.floor(copy.length / 4));
  const heard = new Map<number, number>();
  for (let at = 0; at + WINDOW <= samples.length; at += WINDOW / 4) {
    const index = recogniseTone(levels(samples.subarray(at, at + WINDOW)), RATE, WINDOW);
    if (index !== null) heard.set(index, (heard.get(index) ?? 0) + 1);
  }
  return heard;
}

/** Decibels at the frequencies of people's tones, as an analyser gives them; nothing elsewhere. */
function levels(samples: Float32Array): number[] {
  const bins: number[] = [];
  for (let index = 0; index < 16; index++) {
    const middle = Math.round(((600 + 150 * index) * WINDOW) / RATE);
    for (const bin of [middle - 1, middle, middle + 1]) bins[bin] = decibels(samples, bin);
  }
  return bins;
}

function decibels(samples: Float32Array, bin: number): number {
  let [real, imaginary] = [0, 0];
  for (const [at, sample] of samples.entries()) {
    const turn = (2 * Math.PI * at) / samples.length;
    // Blackman's window, as an analyser has it.
    const weight = 0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
    real += sample * weight * Math.cos(bin * turn);
    imaginary -= sample * weight * Math.sin(bin * turn);
  }
  return 20 * Math.log10(Math.hypot(real, imaginary) / samples.length);
}
