/** Writes a participant's picture and sound as files that Chromium takes in place of a camera and a microphone. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { frameOf } from './picture';
import { samplesOf } from './tone';

export const SAMPLE_RATE = 48_000;

export interface MediaOptions {
  readonly width?: number;
  readonly height?: number;
  readonly framesPerSecond?: number;
  /** Both files repeat after this. */
  readonly seconds?: number;
}

export interface ParticipantMedia {
  /** Uncompressed YUV4MPEG2. */
  readonly video: string;
  /** 16-bit mono PCM, 48 kHz. */
  readonly audio: string;
}

/** Width and height are even numbers. */
export function y4mOf(index: number, options: MediaOptions = {}): Uint8Array {
  const { width = 320, height = 180, framesPerSecond = 15, seconds = 2 } = options;
  const count = Math.round(framesPerSecond * seconds);
  const parts: Uint8Array[] = [
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420\n`),
  ];
  for (let i = 0; i < count; i++) {
    parts.push(Buffer.from('FRAME\n'), frameOf(index, i / count, width, height));
  }
  return Buffer.concat(parts);
}

export function wavOf(index: number, { seconds = 2 }: MediaOptions = {}): Uint8Array {
  return wavOfSamples(samplesOf(index, seconds, SAMPLE_RATE));
}

/** @param samples 48,000 in a second, between -1 and 1. */
export function wavOfSamples(samples: Float32Array): Uint8Array {
  const data = Buffer.alloc(samples.length * 2);
  samples.forEach((sample, i) => data.writeInt16LE(Math.round(sample * 32_767), i * 2));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // channels
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(SAMPLE_RATE * 2, 28); // bytes per second
  head.writeUInt16LE(2, 32); // bytes per sample
  head.writeUInt16LE(16, 34); // bits per sample
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

/** Writes both files into a folder, which is made if need be. */
export function writeParticipantMedia(
  folder: string,
  index: number,
  options: MediaOptions = {},
): ParticipantMedia {
  mkdirSync(folder, { recursive: true });
  const video = path.join(folder, `participant-${index}.y4m`);
  const audio = path.join(folder, `participant-${index}.wav`);
  writeFileSync(video, y4mOf(index, options));
  writeFileSync(audio, wavOf(index, options));
  return { video, audio };
}

/** Chromium's (and Electron's) switches for using these files as devices. */
export function fakeDeviceSwitches({ video, audio }: ParticipantMedia): string[] {
  return [
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${video}`,
    `--use-file-for-fake-audio-capture=${audio}`,
  ];
}
