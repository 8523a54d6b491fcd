/** Which way the camera goes, and what each way does with senders, in which order. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PictureCommand } from '../../../../../renderer/call/frames/worker-messages';
import type { VideoFeed } from '../../../../../renderer/call/frames/video-feed';
import {
  encodeOnceFrom,
  ENCODE_ONCE_FROM,
  GroupVideoFeed,
} from '../../../../../renderer/call/once/group-video-feed';
import { OnceVideoFeed } from '../../../../../renderer/call/once/once-video-feed';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const link = (connectionId: string) => ({ connectionId, peerId: connectionId });
const noSender = {} as RTCRtpSender;

function spyFeed(name: string, log: string[]): VideoFeed {
  return {
    attach: (_sender, { connectionId }) => void log.push(`${name} +${connectionId}`),
    show: (connectionId, height) => void log.push(`${name} ${connectionId}=${String(height)}`),
    detach: (connectionId) => void log.push(`${name} -${connectionId}`),
    close: () => void log.push(`${name} closed`),
  };
}

function group(from = 3): { feed: GroupVideoFeed; news: () => string[] } {
  const log: string[] = [];
  const feed = new GroupVideoFeed(spyFeed('each', log), spyFeed('once', log), from);
  return { feed, news: () => log.splice(0) };
}

describe('the way of the own picture', () => {
  it('is an encoder for each of two, and once for all from so many others on; views come along', () => {
    const { feed, news } = group(3);
    feed.attach(noSender, link('a'));
    feed.attach(noSender, link('b'));
    feed.show('a', 180);
    expect(news()).toEqual(['each +a', 'each +b', 'each a=180']);
    feed.attach(noSender, link('c'));
    expect(news()).toEqual([
      ...['each -a', 'each -b', 'each -c'],
      ...['once +a', 'once a=180', 'once +b', 'once b=1080', 'once +c', 'once c=1080'],
    ]);
  });

  it('does not go back for one who leaves and comes again', () => {
    const { feed, news } = group();
    for (const id of ['a', 'b', 'c']) feed.attach(noSender, link(id));
    news();
    feed.detach('c');
    feed.attach(noSender, link('d'));
    feed.detach('d');
    expect(news()).toEqual(['once -c', 'once +d', 'once -d']);
    feed.detach('b');
    expect(news()).toEqual(['once -b', 'once -a', 'each +a', 'each a=1080']);
  });

  it('stays an encoder for each where the browser cannot, and after it has failed', () => {
    const log: string[] = [];
    const unable = new GroupVideoFeed(spyFeed('each', log), null, 1);
    unable.attach(noSender, link('a'));
    unable.giveUpOnce();
    expect(log).toEqual(['each +a']);
    const { feed, news } = group(1);
    feed.attach(noSender, link('a'));
    news();
    feed.giveUpOnce();
    feed.attach(noSender, link('b'));
    expect(news()).toEqual(['once -a', 'each +a', 'each a=1080', 'once closed', 'each +b']);
  });

  it('is chosen by a test in the address, by a number alone', () => {
    expect(
      ['', '?encode-once-from=2', '?encode-once-from=0', '?encode-once-from=x'].map(encodeOnceFrom),
    ).toEqual([...[ENCODE_ONCE_FROM, 2, Infinity, ENCODE_ONCE_FROM]]);
  });
});

interface FakeSender {
  sender: RTCRtpSender;
  encoding: { active?: boolean; maxBitrate?: number };
  target: { bits: number | null };
}

function once() {
  const log: string[] = [];
  const commands: PictureCommand[] = [];
  let changed: () => void = () => undefined;
  const camera = (id: string) =>
    ({ id, getSettings: () => ({ height: 720 }) }) as unknown as MediaStreamTrack;
  const tracks = {
    video: camera('one') as MediaStreamTrack | null,
    savesBandwidth: false,
    subscribe: (listener: () => void) => {
      changed = listener;
      return () => undefined;
    },
  };
  class Processor {
    readonly readable: unknown;
    constructor({ track }: { track: MediaStreamTrack }) {
      this.readable = `pictures of ${track.id}`;
    }
  }
  let dummies = 0;
  class Generator {
    readonly id = `dummy ${String(++dummies)}`;
    readonly writable = {};
    stop = (): void => void log.push(`${this.id} stopped`);
  }
  const frames = {
    fanSender: (_sender: RTCRtpSender, { connectionId }: { connectionId: string }) =>
      void log.push(`fan ${connectionId}`),
    runPictures: (command: PictureCommand) => {
      commands.push(command);
      if (command.type !== 'plan') log.push(command.type);
    },
  };
  const sender = (name: string): FakeSender => {
    const encoding = {};
    const target = { bits: null as number | null };
    const fake = {
      replaceTrack: (track: { id: string } | null) => {
        log.push(`${name}: ${track?.id ?? 'nothing'}`);
        return Promise.resolve();
      },
      getParameters: () => ({ encodings: [encoding] }),
      setParameters: () => Promise.resolve(),
      getStats: () => Promise.resolve(new Map([['o', { type: 'outbound-rtp', targetBitrate: target.bits }]])),
    };
    return { sender: fake as unknown as RTCRtpSender, encoding, target };
  };
  const feed = new OnceVideoFeed(tracks, frames, { Processor, Generator } as never);
  const plan = () => {
    const last = commands.filter((command) => command.type === 'plan').at(-1);
    return last?.type === 'plan' ? last.plan : null;
  };
  return {
    ...{ feed, sender, plan, commands },
    news: () => log.splice(0),
    use: (id: string | null) => {
      tracks.video = id === null ? null : camera(id);
      changed();
    },
  };
}

describe('a camera that is encoded once', () => {
  it('is fanned out before a sender has any track, and that track is the dummy, never the camera', () => {
    const { feed, sender, news, commands } = once();
    feed.attach(sender('a').sender, link('a'));
    expect(news()).toEqual(['fan a', 'beat', 'a: dummy 1', 'camera', 'a: dummy 1']);
    feed.attach(sender('b').sender, link('b'));
    expect(news()).toEqual(['fan b', 'b: dummy 1']);
    expect(commands.find(({ type }) => type === 'camera')).toEqual({
      type: 'camera',
      camera: 'pictures of one',
    });
  });

  it('goes off and on and changes: senders get nothing before the worker is told', () => {
    const { feed, sender, news, use, commands } = once();
    feed.attach(sender('a').sender, link('a'));
    news();
    use(null);
    expect(news()).toEqual(['a: nothing', 'camera']);
    expect(commands.filter(({ type }) => type === 'camera').at(-1)).toEqual({ type: 'camera', camera: null });
    use('two');
    expect(news()).toEqual(['a: dummy 1', 'camera']);
    use('two');
    feed.detach('a');
    expect(news().at(-1)).toBe('camera');
    expect(commands.filter(({ type }) => type === 'camera').at(-1)).toEqual({ type: 'camera', camera: null });
  });

  it('begins anew with another worker', () => {
    const { feed, sender, news } = once();
    feed.attach(sender('a').sender, link('a'));
    news();
    feed.restarted();
    expect(news()).toEqual(['dummy 1 stopped', 'beat', 'a: dummy 2', 'camera']);
  });

  it('pauses for whoever does not show it, and follows what the browser allows', async () => {
    const { feed, sender, plan } = once();
    const [a, b, c] = [sender('a'), sender('b'), sender('c')];
    for (const [name, one] of [...Object.entries({ a, b, c })]) feed.attach(one.sender, link(name));
    feed.show('b', 0);
    await vi.advanceTimersByTimeAsync(0);
    expect(b.encoding.active).toBe(false);
    expect(a.encoding).toMatchObject({ active: true, maxBitrate: 1_500_000 });
    expect(plan()?.places.map(({ connectionId, layers }) => [connectionId, layers])).toEqual([
      ['a', 3],
      ['c', 3],
    ]);
    Object.assign(a.target, { bits: 1_500_000 });
    Object.assign(c.target, { bits: 700_000 });
    await vi.advanceTimersByTimeAsync(1000);
    // One look alone may have come at a bad moment.
    expect(plan()?.places.at(-1)).toMatchObject({ connectionId: 'c', layers: 3 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(plan()?.places.at(-1)).toMatchObject({ connectionId: 'c', layers: 1 });
    feed.close();
  });
});
