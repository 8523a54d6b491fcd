/** What somebody on the path sees of a call while one of the two is silent, then speaks, then is silent again. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  changingSingleBytes,
  packetsPerSecond,
  sortByStretch,
  unexplainedSizes,
} from '../support/capture/leaks';
import type { Stretch } from '../support/capture/leaks';
import { readNegotiated, type Negotiated } from '../support/capture/negotiated';
import { readPcap } from '../support/capture/pcap';
import { rtpPackets, streamsOf, type RtpPacket } from '../support/capture/rtp';
import { startListening, stretchesHeard } from '../support/capture/stretches';
import { reasonToSkipCapture, startCapture } from '../support/capture/tcpdump';
import { fakeDevices } from '../support/driver/app';
import { connect } from '../support/driver/call';
import { descriptionsOf, keepConnections, portsOf, startPageAgain } from '../support/driver/connections';
import { expect, test } from '../support/driver/fixtures';
import { SAMPLE_RATE, wavOfSamples } from '../support/media/files';
import { silenceThenSpeech } from '../support/media/speech';
import { ALLOWED_EXTENSIONS } from '../../renderer/call/sdp/media-sdp';

/** Packets of sound in a second: Opus frames of 20 ms. */
const RATE = 50;
const HEARD_LIMIT_MS = 40_000;

interface Captured {
  /** Of the one who speaks. */
  packets: RtpPacket[];
  /** Their sound: one stream for each payload type. */
  sound: RtpPacket[][];
  stretches: Stretch[];
  negotiated: Negotiated;
}

function speakingSwitches(folder: string): string[] {
  const file = path.join(folder, 'silence-then-speech.wav');
  writeFileSync(file, wavOfSamples(silenceThenSpeech(3, 3, SAMPLE_RATE)));
  return [...fakeDevices(), `--use-file-for-fake-audio-capture=${file}`];
}

/** Captures until the listener has heard two stretches of each kind. */
async function captureSpeech(listener: Page, speaker: Page): Promise<Captured> {
  const { own, other } = await portsOf(speaker);
  const capture = await startCapture([own, other]);
  let file: Uint8Array;
  try {
    await startListening(listener);
    const ofEachKind = async (): Promise<number> => {
      const stretches = await stretchesHeard(listener);
      const loud = stretches.filter(({ isLoud }) => isLoud).length;
      return Math.min(loud, stretches.length - loud);
    };
    await expect.poll(ofEachKind, { timeout: HEARD_LIMIT_MS, intervals: [500] }).toBeGreaterThanOrEqual(2);
  } finally {
    file = await capture.stop();
  }
  const stretches = await stretchesHeard(listener);
  const descriptions = (await descriptionsOf(speaker)).flatMap(({ local, remote }) => [local, remote]);
  const negotiated = readNegotiated(descriptions);
  const packets = rtpPackets(readPcap(file)).filter(({ sourcePort }) => sourcePort === own);
  const sound = streamsOf(packets).filter(([first]) =>
    negotiated.audioPayloadTypes.has(first?.payloadType ?? -1),
  );
  return { packets, sound, stretches, negotiated };
}

/** Sizes that occur while it is silent or loud, and how many packets there are. */
function summary(stream: readonly RtpPacket[], stretches: readonly Stretch[]) {
  const { silent, loud } = sortByStretch(stream, stretches);
  const sizes = (packets: RtpPacket[]): number[] =>
    [...new Set(packets.map(({ payloadLength }) => payloadLength))].sort((a, b) => a - b);
  return { silent: silent.length, loud: loud.length, sizes: { silent: sizes(silent), loud: sizes(loud) } };
}

/** Runs in the page: the own encoder is not told that the other wants constant bit rate. */
function allowVariableBitRate(): void {
  const name = 'setRemoteDescription';
  const prototype: object = RTCPeerConnection.prototype;
  const original = Reflect.get(prototype, name) as (
    this: RTCPeerConnection,
    description: RTCSessionDescriptionInit,
  ) => Promise<void>;
  const changed = function (this: RTCPeerConnection, { type, sdp = '' }: RTCSessionDescriptionInit) {
    return original.call(this, { type, sdp: sdp.replaceAll('cbr=1', 'cbr=0') });
  };
  Reflect.set(prototype, name, changed);
}

test.describe('a capture of a call', () => {
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    const reason = await reasonToSkipCapture();
    test.skip(reason !== null, reason ?? '');
  });

  test('tells neither by header extensions nor by sizes or times of packets who speaks', async ({
    relay,
    app,
    mediaFolder,
  }, info) => {
    const { url } = await relay();
    const alice = await app({ relays: [url] });
    const bob = await app({ relays: [url], switches: speakingSwitches(mediaFolder) });
    await keepConnections(bob.page);
    await startPageAgain(bob.page);
    await connect(alice.page, bob.page);
    const { packets, sound, stretches, negotiated } = await captureSpeech(alice.page, bob.page);

    const ids = [...new Set(packets.flatMap(({ extensions }) => extensions.map(({ id }) => id)))];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const uris = negotiated.extensions.get(id) ?? ['not negotiated'];
      expect(uris).not.toContain('urn:ietf:params:rtp-hdrext:ssrc-audio-level');
      expect(uris.filter((uri) => !ALLOWED_EXTENSIONS.has(uri))).toEqual([]);
    }

    expect(sound.length).toBeGreaterThan(0);
    for (const stream of sound) {
      const found = summary(stream, stretches);
      info.annotations.push({ type: 'sound', description: JSON.stringify(found) });
      expect(changingSingleBytes(stream)).toEqual([]);
      expect(unexplainedSizes(stream)).toEqual([]);
      expect(Math.min(found.silent, found.loud)).toBeGreaterThan(RATE);
    }
    for (const stretch of stretches) {
      const rate = packetsPerSecond(sound.flat(), stretch);
      expect(rate).toBeGreaterThan(0.5 * RATE);
      expect(rate).toBeLessThan(1.5 * RATE);
    }
  });

  test('would tell by sizes if sound went out at variable bit rate', async ({
    relay,
    app,
    mediaFolder,
  }, info) => {
    const { url } = await relay();
    const alice = await app({ relays: [url] });
    const bob = await app({ relays: [url], switches: speakingSwitches(mediaFolder) });
    await keepConnections(bob.page);
    await bob.page.addInitScript(allowVariableBitRate);
    await startPageAgain(bob.page);
    await connect(alice.page, bob.page);
    const { sound, stretches } = await captureSpeech(alice.page, bob.page);
    expect(sound.length).toBeGreaterThan(0);
    for (const stream of sound) {
      const { sizes } = summary(stream, stretches);
      info.annotations.push({ type: 'sizes', description: JSON.stringify(sizes) });
      expect(unexplainedSizes(stream)).not.toEqual([]);
      expect(sizes.loud).not.toEqual(sizes.silent);
    }
  });
});
