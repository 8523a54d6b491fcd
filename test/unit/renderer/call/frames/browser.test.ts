/** The real worker in a real browser: two connections in one page, and both mains in the test. */
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cryptoReady, randomBytes } from '../../../../../shared/crypto/sodium';
import { FrameOpener } from '../../../../../shared/media/frame-opener';
import type { FrameCommand, FrameReport, ReceiveKeys } from '../../../../../shared/media/frame-messages';
import { tracks } from '../../../../../shared/media/key-id';
import { ReceiverKeys } from '../../../../../shared/media/receiver-keys';
import { Generations, SenderKeys } from '../../../../../shared/media/sender-keys';
import { serveBundle } from '../../../../support/driver/serve-bundle';
import { findChromium } from '../../../../tools/scripts/chromium.mjs';
import type { EndStats, Options, Side } from './browser/page';
import { subtle } from '../../../shared/media/people';

const LIMIT_MS = 20_000;
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Main of one side: what the app does with the keys, and nothing else. */
interface Main {
  sending: SenderKeys;
  receiving: ReceiverKeys;
  reports: FrameReport[];
}

let browser: Browser;
let site: Awaited<ReturnType<typeof serveBundle>>;
let page: Page;

beforeAll(async () => {
  await cryptoReady();
  site = await serveBundle({
    page: here('browser/page.ts'),
    'observer-worker': here('browser/observer-worker.ts'),
    'counting-worker': here('browser/counting-worker.ts'),
  });
  browser = await chromium.launch({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
  });
}, 120_000);

afterEach(() => page.close());

afterAll(async () => {
  await browser.close();
  await site.close();
});

interface CallOptions extends Options {
  /** What Bob's main is told of Alice's key. */
  keys: 'right' | 'wrong' | 'none';
}

interface BrowserCall {
  mains: Record<Side, Main>;
  stats: (side: Side) => Promise<EndStats>;
  /** Keys that were handed to Bob's worker, as the test's own copies. */
  bobsKeys: ReceiveKeys[];
}

async function startCall({ keys, ...options }: CallOptions): Promise<BrowserCall> {
  page = await browser.newPage();
  const bobsKeys: ReceiveKeys[] = [];
  const run = (side: Side, command: FrameCommand): void => {
    const plain = JSON.parse(
      JSON.stringify(command, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
    ) as FrameCommand;
    // The page is closed at the end, with commands still under way.
    page
      .evaluate(([to, what]) => window.call.command(to, what), [side, plain] as const)
      .catch(() => undefined);
  };
  const main = (side: Side): Main => {
    const receiving = new ReceiverKeys({
      install: (installed) => {
        if (side === 'bob') bobsKeys.push(structuredClone(installed));
        run(side, { type: 'receive-keys', ...installed });
      },
      forget: (peerId) => {
        run(side, { type: 'forget-peer', peerId });
      },
    });
    const sending = new SenderKeys(
      new Generations(),
      {
        random: randomBytes,
        timer: (milliseconds, then) => {
          const timer = setTimeout(then, milliseconds);
          return () => {
            clearTimeout(timer);
          };
        },
      },
      {
        use: (worker, sent) => {
          if (side === 'alice' && keys === 'none') return;
          run(side, { type: 'send-keys', worker, ...sent });
        },
        tell: (to, message) => {
          const wrong = side === 'alice' && keys === 'wrong';
          mains[to as Side].receiving.accept(side, wrong ? { ...message, key: randomBytes(32) } : message);
        },
      },
    );
    return { sending, receiving, reports: [] };
  };
  const mains = { alice: main('alice'), bob: main('bob') };
  await page.exposeFunction('tellMain', (side: Side, report: FrameReport) => {
    const { sending, receiving, reports } = mains[side];
    reports.push(report);
    switch (report.type) {
      case 'worker-started':
        sending.workerStarted(report.worker);
        receiving.workerStarted();
        break;
      case 'worker-lost':
        sending.workerLost(report.worker);
        break;
      case 'send-key-spent':
        sending.spent(report.generation);
        break;
      case 'key-missing':
        receiving.missing(report.peerId, report.keyId);
        break;
      case 'key-used':
        receiving.used(report.peerId, report.keyId);
    }
  });
  await page.goto(site.url);
  mains.alice.sending.join('bob');
  mains.bob.sending.join('alice');
  await page.evaluate((wanted) => window.call.start(wanted), options);
  return { mains, bobsKeys, stats: (side) => page.evaluate((of) => window.call.stats(of), side) };
}

/** Polls until it is so. */
async function until<T>(look: () => Promise<T>, enough: (seen: T) => boolean): Promise<T> {
  return expect.poll(look, { timeout: LIMIT_MS, interval: 100 }).toSatisfy(enough).then(look);
}

const decoded = (count: number) => (stats: EndStats) => stats.framesDecoded >= count;
/** A track's frames that went on, or were dropped for a reason. */
function counted(
  { counts }: EndStats,
  direction: 'send' | 'receive',
  track: number,
  outcome: 'ok' | 'no-key' | 'not-genuine' = 'ok',
): number {
  return counts[`${direction} ${track} ${outcome}`] ?? 0;
}

describe.each(['real', 'once'] as const)(
  'frames in a browser, sent %s',
  { timeout: 60_000 },
  (aliceSends) => {
    it('play both ways with the right keys, sound and picture', async () => {
      const { stats } = await startCall({ aliceSends, bobReceives: 'real', keys: 'right' });
      for (const side of ['alice', 'bob'] as const) {
        const seen = await until(
          () => stats(side),
          (now) => decoded(15)(now) && now.shown > 5 && counted(now, 'receive', tracks.audio) > 30,
        );
        expect(counted(seen, 'receive', tracks.video)).toBeGreaterThan(0);
      }
    });

    it('show nothing with the wrong key', async () => {
      const { stats } = await startCall({ aliceSends, bobReceives: 'real', keys: 'wrong' });
      // The other direction is the clock: there everything is right.
      await until(() => stats('alice'), decoded(30));
      const bob = await until(
        () => stats('bob'),
        (now) =>
          counted(now, 'receive', tracks.video, 'not-genuine') > 0 &&
          counted(now, 'receive', tracks.audio, 'not-genuine') > 20,
      );
      expect(bob).toMatchObject({ framesDecoded: 0, shown: 0 });
      expect(counted(bob, 'receive', tracks.video) + counted(bob, 'receive', tracks.audio)).toBe(0);
    });

    it('do not leave without a key', async () => {
      const { stats } = await startCall({ aliceSends, bobReceives: 'real', keys: 'none' });
      await until(() => stats('alice'), decoded(30));
      const alice = await until(
        () => stats('alice'),
        (now) =>
          counted(now, 'send', tracks.video, 'no-key') > 15 &&
          counted(now, 'send', tracks.audio, 'no-key') > 30,
      );
      expect(alice.packetsSent).toEqual({ audio: 0, video: 0 });
      expect(alice.bytesSent).toEqual({ audio: 0, video: 0 });
      expect(await stats('bob')).toMatchObject({ framesDecoded: 0, shown: 0 });
    });

    it('are on the wire what Vigil sealed, every one', async () => {
      const { bobsKeys } = await startCall({ aliceSends, bobReceives: 'observe', keys: 'right' });
      const frames = await until(
        () => page.evaluate(() => window.call.observed()),
        (seen) =>
          ['audio', 'video'].every(
            (kind) => seen.filter((one) => one.kind === kind && one.bytes.length > 0).length >= 15,
          ),
      );
      const opener = new FrameOpener(subtle, () => performance.now(), { used: () => undefined });
      for (const keys of bobsKeys) await opener.install(keys);
      // Empty packets are the transport's own, to probe the path: nothing is in them.
      for (const { kind, bytes } of frames.filter((one) => one.bytes.length > 0)) {
        const isSound = kind === 'audio';
        const source = isSound
          ? { peerId: 'alice', track: tracks.audio, codec: 'opus' as const }
          : { peerId: 'alice', track: tracks.video, codec: 'vp8' as const };
        const opened = await opener.open(source, Uint8Array.from(bytes));
        expect(opened).toMatchObject({ ok: true });
        if (!opened.ok) continue;
        // Nothing of the payload is left in it, but for VP8's one byte that says whether it is a key frame.
        const payload = Buffer.from(opened.bytes);
        expect(payload.length < 12 || !Buffer.from(bytes).includes(payload.subarray(0, 12))).toBe(true);
      }
    });

    it('stop when a transform is taken away', async () => {
      const { stats } = await startCall({ aliceSends, bobReceives: 'real', keys: 'right' });
      await until(() => stats('bob'), decoded(10));
      await page.evaluate(() => {
        for (const kind of ['audio', 'video']) window.call.removeTransform('alice', kind);
      });
      // What was in the pacer has left after ten more pictures from the other side.
      const soon = await until(() => stats('alice'), decoded((await stats('alice')).framesDecoded + 10));
      const later = await until(() => stats('alice'), decoded(soon.framesDecoded + 30));
      expect(later.packetsSent['audio']).toBe(soon.packetsSent['audio']);
      expect(later.bytesSent['video']).toBe(soon.bytesSent['video']);
    });

    it('go on under another generation when the worker fails', async () => {
      const { stats, mains } = await startCall({ aliceSends, bobReceives: 'real', keys: 'right' });
      await until(() => stats('bob'), decoded(10));
      await page.evaluate(() => {
        window.call.breakWorker('alice');
      });
      await until(
        () => Promise.resolve(mains.alice.reports.map(({ type }) => type)),
        (types) => types.filter((type) => type === 'worker-started').length === 2,
      );
      const used = (): number[] =>
        mains.bob.reports.flatMap((report) => (report.type === 'key-used' ? [report.keyId >> 12] : []));
      await until(
        () => Promise.resolve(used()),
        (generations) => generations.includes(1),
      );
      const before = await stats('bob');
      await until(() => stats('bob'), decoded(before.framesDecoded + 15));
      await until(() => stats('alice'), decoded((await stats('alice')).framesDecoded + 15));
      expect(await page.evaluate(() => window.call.phase('alice'))).toBe('running');
    });
  },
);

describe('frames in a browser that nothing seals', { timeout: 60_000 }, () => {
  it('do not leave by a sender that was forgotten', async () => {
    const { stats } = await startCall({ aliceSends: 'none', bobReceives: 'real', keys: 'right' });
    const alice = await until(() => stats('alice'), decoded(30));
    expect(alice.packetsSent).toEqual({ audio: 0, video: 0 });
    expect(await stats('bob')).toMatchObject({ framesDecoded: 0, shown: 0 });
  });

  it('do not leave while there are dummies alone', async () => {
    const { stats } = await startCall({ aliceSends: 'no-picture', bobReceives: 'real', keys: 'right' });
    await until(
      () => page.evaluate(() => window.call.dummies()),
      (made) => made > 60,
    );
    const alice = await until(() => stats('alice'), decoded(30));
    expect(alice.packetsSent['video']).toBe(0);
    expect(alice.packetsSent['audio']).toBeGreaterThan(0);
    expect(await stats('bob')).toMatchObject({ framesDecoded: 0, shown: 0 });
  });
});

/** RFC 6386, section 9.1: of a key frame, in pixels. */
const widthOf = (payload: Uint8Array): number => ((payload[6] ?? 0) | ((payload[7] ?? 0) << 8)) & 0x3fff;

describe('frames in a browser while others come and go', { timeout: 120_000 }, () => {
  it('are all sealed and none is a dummy, whichever way they go and while it changes', async () => {
    const { bobsKeys } = await startCall({ aliceSends: 'group', bobReceives: 'observe', keys: 'right' });
    const pictures = async (): Promise<number[][]> => {
      const seen = await page.evaluate(() => window.call.observed());
      return seen.flatMap(({ kind, bytes }) => (kind === 'video' && bytes.length > 0 ? [bytes] : []));
    };
    for (let change = 0; change < 4; change++) {
      const count = (): Promise<number> => page.evaluate(() => window.call.picturesObserved());
      const before = await count();
      await until(count, (now) => now >= before + 10);
      await page.evaluate(
        (isHere) => {
          window.call.crowd(isHere);
        },
        change % 2 === 0,
      );
    }
    const opener = new FrameOpener(subtle, () => performance.now(), { used: () => undefined });
    for (const keys of bobsKeys) await opener.install(keys);
    const widths = new Set<number>();
    for (const bytes of await pictures()) {
      const source = { peerId: 'alice', track: tracks.video, codec: 'vp8' } as const;
      const opened = await opener.open(source, Uint8Array.from(bytes));
      expect(opened).toMatchObject({ ok: true });
      if (opened.ok && ((opened.bytes[0] ?? 1) & 1) === 0) widths.add(widthOf(opened.bytes));
    }
    expect(widths.size).toBeGreaterThan(0);
    expect(widths).not.toContain(16);
  });

  it('go on being shown', async () => {
    const { stats } = await startCall({ aliceSends: 'group', bobReceives: 'real', keys: 'right' });
    for (let change = 0; change < 4; change++) {
      const before = await stats('bob');
      await until(() => stats('bob'), decoded(before.framesDecoded + 15));
      await page.evaluate(
        (isHere) => {
          window.call.crowd(isHere);
        },
        change % 2 === 0,
      );
    }
    const before = await stats('bob');
    await until(() => stats('bob'), decoded(before.framesDecoded + 15));
  });
});
