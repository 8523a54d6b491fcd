/**
 * The fake devices' pictures and sounds go through a real call: Chromium's camera and microphone with their usual
 * processing (echo cancellation, noise suppression), VP8, Opus, and back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeDeviceSwitches, writeParticipantMedia } from '../../../support/media/files';
import { locateBlock, recognisePicture, recogniseTone } from '../../../support/media/recognise';
import { findChromium } from '../../../tools/scripts/chromium.mjs';

const executablePath = findChromium();

interface Heard {
  pictures: number[];
  tones: number[];
  places: number[];
  codecs: string[];
}

/** Runs inside the page: calls itself, and notes whom it sees and hears until it has seen and heard enough. */
async function callYourself(
  picture: typeof recognisePicture,
  block: typeof locateBlock,
  tone: typeof recogniseTone,
): Promise<Heard> {
  const [caller, callee] = [new RTCPeerConnection(), new RTCPeerConnection()];
  caller.onicecandidate = ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined);
  callee.onicecandidate = ({ candidate }) => void caller.addIceCandidate(candidate ?? undefined);
  const remote = new MediaStream();
  callee.ontrack = ({ track }) => remote.addTrack(track);
  const local = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
  for (const track of local.getTracks()) caller.addTrack(track, local);
  const video = caller.getTransceivers().find(({ sender }) => sender.track?.kind === 'video');
  const codecs = RTCRtpSender.getCapabilities('video')?.codecs ?? [];
  video?.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === 'video/VP8'));
  await caller.setLocalDescription();
  await callee.setRemoteDescription(caller.localDescription!);
  await callee.setLocalDescription();
  await caller.setRemoteDescription(callee.localDescription!);

  const screen = document.createElement('video');
  screen.muted = true;
  screen.srcObject = remote;
  await screen.play();
  const canvas = new OffscreenCanvas(1, 1);
  const drawing = canvas.getContext('2d', { willReadFrequently: true })!;
  const audio = new AudioContext();
  await audio.resume();
  const analyser = new AnalyserNode(audio, { fftSize: 2048, smoothingTimeConstant: 0 });
  audio.createMediaStreamSource(remote).connect(analyser);
  const spectrum = new Float32Array(analyser.frequencyBinCount);

  const heard: Heard = { pictures: [], tones: [], places: [], codecs: [] };
  while (heard.pictures.length < 10 || heard.tones.length < 10) {
    await new Promise((resolve) => screen.requestVideoFrameCallback(resolve));
    canvas.width = screen.videoWidth;
    canvas.height = screen.videoHeight;
    drawing.drawImage(screen, 0, 0);
    const { data, width, height } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const seen = picture(data, width, height);
    const place = block(data, width, height);
    if (seen !== null) heard.pictures.push(seen);
    if (place !== null) heard.places.push(place);
    analyser.getFloatFrequencyData(spectrum);
    const who = tone(spectrum, audio.sampleRate, analyser.fftSize);
    if (who !== null) heard.tones.push(who);
  }
  for (const stats of (await callee.getStats()).values() as Iterable<{ type: string; mimeType?: string }>) {
    if (stats.type === 'codec') heard.codecs.push(stats.mimeType ?? '');
  }
  return heard;
}

/** getUserMedia wants a secure origin; loopback is one. */
async function emptyPage(): Promise<string> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

describe.skipIf(executablePath === undefined)('fake devices in a call (needs Chromium)', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'participant %i is seen, moves and is heard',
    { timeout: 40_000 },
    async (index) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-media-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20 }));
      const media = writeParticipantMedia(folder, index);
      const browser = await chromium.launch({
        executablePath: executablePath!,
        chromiumSandbox: process.getuid?.() !== 0,
        args: [
          ...fakeDeviceSwitches(media),
          '--use-fake-ui-for-media-stream',
          '--autoplay-policy=no-user-gesture-required',
        ],
      });
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      await page.goto(await emptyPage());
      const recognisers = [recognisePicture, locateBlock, recogniseTone].map(String).join();
      const heard = await page.evaluate<Heard>(`(${callYourself.toString()})(${recognisers})`);
      expect(new Set(heard.pictures)).toEqual(new Set([index]));
      expect(new Set(heard.tones)).toEqual(new Set([index]));
      expect(Math.max(...heard.places) - Math.min(...heard.places)).toBeGreaterThan(0.1);
      expect(heard.codecs).toEqual(expect.arrayContaining(['video/VP8', 'audio/opus']));
    },
  );
});
