/**
 * What a shared screen costs, and how soon it is seen: a call of two apps with cameras alone, and with a screen of text
 * of 1920x1080 that one of them shares beside it. CPU is that of all processes of both apps, in windows that take turns.
 */
import type { Page } from '@playwright/test';
import { expect } from '../../support/driver/patience';
import { drawInPlaceOfScreen, expectScreenOf, shareWindow } from '../../support/driver/sharing';
import { callOfTwo, gotBy, type TwoApps } from './call/two-apps';
import { median, rounded } from './rounds';

const ROUNDS = 5;
const LEAST_ROUNDS = 3;
const LIMIT_MS = 170_000;
const SETTLE_MS = 2000;
const WINDOW_MS = 6000;
const ALICE = 0;

interface Round {
  /** Of one processor, for both apps together. */
  cameras: number;
  shared: number;
  firstPictureMs: number;
  /** Of the cameras and, with it, the screen: pictures in a second at the one who looks. */
  cameraFrames: number;
  sharedFrames: number;
}

export interface ShareReport {
  /** CPU of both apps with a shared screen of text, to that with cameras alone. */
  cpuRatio: number;
  /** Processors in use. */
  processors: { cameras: number; shared: number };
  /** Milliseconds from pressing Share to the first picture of it at the other. */
  firstPictureMs: number;
  framesPerSecond: { cameras: number; shared: number };
  rounds: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function measured({ cpuMs, bob }: TwoApps): Promise<{ processors: number; frames: number }> {
  await pause(SETTLE_MS);
  const [cpu, got, began] = [await cpuMs(), await gotBy(bob.page), performance.now()];
  await pause(WINDOW_MS);
  const [cpuAfter, gotAfter, ms] = [await cpuMs(), await gotBy(bob.page), performance.now() - began];
  return { processors: (cpuAfter - cpu) / ms, frames: ((gotAfter.frames - got.frames) * 1000) / ms };
}

/** Resolves with the time of this computer when a screen's first picture is shown. */
function firstPictureAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = new WeakSet();
        new MutationObserver(() => {
          const video = document.querySelector<HTMLVideoElement>('video[data-testid^="share-video-"]');
          if (!video || seen.has(video)) return;
          seen.add(video);
          video.requestVideoFrameCallback(() => {
            resolve(Date.now());
          });
        }).observe(document.body, { subtree: true, childList: true });
      }),
  );
}

async function share({ alice, bob }: TwoApps): Promise<number> {
  const first = firstPictureAt(bob.page);
  await alice.page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ target }) => {
        if (target instanceof Element && target.closest('[data-testid="share-start"]'))
          Object.assign(window, { sharePressedAt: Date.now() });
      },
      { capture: true },
    );
  });
  await shareWindow(alice.page);
  const at = await first;
  await expectScreenOf(bob.page, ALICE);
  return (
    at - (await alice.page.evaluate(() => (window as unknown as { sharePressedAt: number }).sharePressedAt))
  );
}

async function measure(call: TwoApps): Promise<Round> {
  const cameras = await measured(call);
  const firstPictureMs = await share(call);
  const shared = await measured(call);
  await call.alice.page.getByTestId('sharing-stop').click();
  await expect(call.bob.page.getByTestId('share-viewer')).toHaveCount(0);
  return {
    cameras: cameras.processors,
    shared: shared.processors,
    firstPictureMs,
    cameraFrames: cameras.frames,
    sharedFrames: shared.frames,
  };
}

export const explainShare = `share
CPU of both apps of a call of two with a shared screen of text (1920x1080, drawn five times a second) to that with
cameras alone, the processors that each takes, and the milliseconds from pressing Share to the other's first picture.`;

export async function benchShare(): Promise<ShareReport> {
  const until = performance.now() + LIMIT_MS;
  const call = await callOfTwo();
  try {
    await drawInPlaceOfScreen(call.alice.page, ALICE);
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS && (rounds.length < LEAST_ROUNDS || performance.now() < until))
      rounds.push(await measure(call));
    const of = (name: keyof Round): number => rounded(median(rounds.map((round) => round[name])));
    return {
      cpuRatio: rounded(median(rounds.map(({ shared, cameras }) => shared / cameras))),
      processors: { cameras: of('cameras'), shared: of('shared') },
      firstPictureMs: Math.round(of('firstPictureMs')),
      framesPerSecond: { cameras: of('cameraFrames'), shared: of('sharedFrames') },
      rounds: rounds.length,
    };
  } finally {
    await call.close();
  }
}
