/** How somebody looks on and listens: menus of tiles, what is played, and what is asked of the others. */
import type { Page } from '@playwright/test';
import { hostMeeting, join } from './call';
import { keepConnections, startPageAgain } from './connections';
import type { Fixtures } from './fixtures';
import { expect } from './patience';
import { fakeDeviceSwitches, writeParticipantMedia } from '../media/files';
import { recogniseTone } from '../media/recognise';

/** Meets them in small windows with little to draw, each with connections and outputs at hand. The first is the host. */
export async function meet(
  { relay, app, mediaFolder }: Fixtures,
  names: readonly [string, ...string[]],
): Promise<Page[]> {
  const { url } = await relay();
  const pages: Page[] = [];
  for (const index of names.keys()) {
    const media = writeParticipantMedia(mediaFolder, index, { framesPerSecond: 5 });
    const started = await app({ relays: [url], switches: fakeDeviceSwitches(media) });
    await started.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setSize(800, 600);
    });
    await keepAtHand(started.page);
    pages.push(started.page);
  }
  const [host, ...guests] = pages;
  if (!host) throw new Error('nobody meets');
  const link = await hostMeeting(host, names[0]);
  for (const [index, guest] of guests.entries()) await join(host, guest, link, names[index + 1] ?? '');
  for (const page of pages)
    await expect(page.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(names.length - 1);
  return pages;
}

/** The next load keeps every peer connection, and an ear at whatever an audio context sends to the speaker. */
async function keepAtHand(page: Page): Promise<void> {
  await keepConnections(page);
  await page.addInitScript(`{
    window.ears = [];
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (to, ...rest) {
      if (to instanceof AudioDestinationNode) {
        const ear = new AnalyserNode(this.context, { fftSize: 8192, smoothingTimeConstant: 0 });
        connect.call(this, ear);
        window.ears.push(ear);
      }
      return connect.call(this, to, ...rest);
    };
  }`);
  await startPageAgain(page);
}

export function tileOf(page: Page, name: string) {
  return page.locator('figure[data-trust]', { hasText: name }).first();
}

/** By the keyboard, as somebody does who has gone to the tile. */
export async function openTileMenu(page: Page, name: string): Promise<void> {
  // It has a menu once the connection stands.
  await expect(tileOf(page, name).getByTestId('tile-menu')).toHaveCount(1);
  await tileOf(page, name).focus();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByTestId('tile-menu-volume')).toBeVisible();
}

export interface Played {
  /** How loud the element plays, from 0 to 1. */
  element: number;
  /** Whose tone the amplifier plays, or null. */
  amplified: number | null;
  /** How much louder the amplifier is than what came, by the highest amplitudes of two seconds. */
  gain: number;
}

/** What the speaker is given of somebody. */
export async function playedOf(page: Page, name: string): Promise<Played> {
  const id = await tileOf(page, name).locator('video').getAttribute('data-testid');
  const listen = `((recognise, selector) => new Promise((resolve) => {
    const video = document.querySelector(selector);
    const element = video.muted ? 0 : video.volume;
    const ear = window.ears.filter(({ context }) => context.state === 'running').at(-1);
    if (!ear) return resolve({ element, amplified: null, gain: 0 });
    const came = new AnalyserNode(ear.context, { fftSize: 8192 });
    ear.context.createMediaStreamSource(new MediaStream(video.srcObject.getAudioTracks())).connect(came);
    const bins = new Float32Array(ear.frequencyBinCount);
    const samples = new Float32Array(ear.fftSize);
    const peak = (analyser) => {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    };
    const most = { ear: 0, came: 0 };
    let amplified = null;
    const started = performance.now();
    const step = () => {
      ear.getFloatFrequencyData(bins);
      amplified ??= recognise(bins, ear.context.sampleRate, ear.fftSize);
      most.ear = Math.max(most.ear, peak(ear));
      most.came = Math.max(most.came, peak(came));
      if (performance.now() - started < 2000) return setTimeout(step, 50);
      resolve({ element, amplified, gain: most.came > 0 ? most.ear / most.came : 0 });
    };
    step();
  }))(${recogniseTone.toString()}, 'video[data-testid="${id ?? ''}"]')`;
  return page.evaluate<Played>(listen);
}

/** Of one connection: whether a picture is sent over it, how many, and how large it may be. */
export interface PictureSent {
  active: boolean;
  frames: number;
  /** What it may take, in bits per second; 0 while nobody has asked. */
  rate: number;
}

/** What this window sends of its own picture, over each of its connections. */
export async function picturesSent(page: Page): Promise<PictureSent[]> {
  return page.evaluate(async () => {
    const { made } = window as unknown as { made: RTCPeerConnection[] };
    const open = made.filter(({ connectionState }) => connectionState === 'connected');
    const senders = open.flatMap((connection) => connection.getSenders());
    const pictures = senders.filter(({ track }) => track?.kind === 'video');
    return Promise.all(
      pictures.map(async (sender) => {
        const [encoding] = sender.getParameters().encodings;
        const stats = [...((await sender.getStats()).values() as Iterable<Record<string, unknown>>)];
        const sent = stats.find(({ type }) => type === 'outbound-rtp');
        return {
          active: encoding?.active === true,
          frames: Number(sent?.['framesEncoded'] ?? 0),
          rate: encoding?.maxBitrate ?? 0,
        };
      }),
    );
  });
}

/** So many of this window's pictures are asked for. */
export async function expectAskedFor(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => (await picturesSent(page)).filter(({ active }) => active).length, { timeout: 40_000 })
    .toBe(count);
}

/** From now on this window does not notice that its computer is busy, for which it would ask for less. */
export async function overlookLoad(page: Page): Promise<void> {
  await page.evaluate(() => {
    RTCPeerConnection.prototype.getStats = () => Promise.resolve(new Map() as RTCStatsReport);
  });
}

/** From now on keeps every change of what this window sends of its picture. */
export async function keepChanges(page: Page): Promise<void> {
  await page.evaluate(() => {
    const changes: unknown[] = [];
    Object.assign(window, { changes });
    const { prototype } = RTCRtpSender;
    const set = prototype.setParameters;
    prototype.setParameters = function (this: RTCRtpSender, parameters, ...rest) {
      changes.push(parameters.encodings);
      return set.call(this, parameters, ...rest);
    };
  });
}

export async function changesOf(page: Page): Promise<unknown[]> {
  return page.evaluate(() => (window as unknown as { changes: unknown[] }).changes);
}
