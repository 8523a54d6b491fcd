import { describe, expect, it, vi } from 'vitest';
import { ScreenFeed, type SharedScreen } from '../../../../../renderer/call/screen/screen-feed';

function sender() {
  const encoding: RTCRtpEncodingParameters = {};
  let heard: () => void = () => undefined;
  const replaceTrack = vi.fn<(track: MediaStreamTrack | null) => Promise<void>>(() => {
    heard();
    return Promise.resolve();
  });
  const fake = {
    replaceTrack,
    getParameters: () => ({ encodings: [encoding] }),
    setParameters: () => Promise.resolve(),
  };
  return {
    of: fake as unknown as RTCRtpSender,
    encoding,
    track: () => replaceTrack.mock.lastCall?.[0],
    given: () => replaceTrack.mock.calls.map(([track]) => track),
    onTrack: (listener: () => void) => {
      heard = listener;
    },
  };
}

function feed() {
  const listeners: (() => void)[] = [];
  const shared = { track: null as MediaStreamTrack | null, mode: 'text' as const, savesBandwidth: false };
  const subscribe: SharedScreen['subscribe'] = (listener) => {
    listeners.push(listener);
    return () => undefined;
  };
  const sealed: unknown[] = [];
  const protectSender = (...ends: unknown[]): void => void sealed.push(ends);
  const screens = new ScreenFeed(Object.assign(shared, { subscribe }), { protectSender });
  const become = (track: MediaStreamTrack | null): void => {
    shared.track = track;
    for (const listener of listeners) listener();
  };
  return { screens, sealed, become };
}

const track = { kind: 'video' } as MediaStreamTrack;
const bob = { connectionId: 'to-bob', peerId: 'bob' };
const carol = { connectionId: 'to-carol', peerId: 'carol' };

describe('a shared screen in the connections', () => {
  it('is sealed as a screen before any track is there, and comes and goes with the share', () => {
    const { screens, sealed, become } = feed();
    const one = sender();
    screens.attach(one.of, bob);
    expect(sealed).toEqual([[one.of, bob, 'screen']]);
    expect(one.track()).toBeNull();
    screens.show('to-bob', true);
    become(track);
    expect(one.track()).toBe(track);
    become(null);
    expect(one.track()).toBeNull();
  });

  it('is sent over no link before its viewer has said that they show it, also when it runs already', async () => {
    const { screens, become } = feed();
    const [before, after] = [sender(), sender()];
    screens.attach(before.of, bob);
    become(track);
    screens.attach(after.of, carol);
    await vi.waitFor(() => {
      expect(before.encoding.active).toBe(false);
      expect(after.encoding.active).toBe(false);
    });
    for (const one of [before, after]) expect(one.given()).not.toContain(track);
    screens.show('to-carol', true);
    expect(after.track()).toBe(track);
    expect(before.given()).not.toContain(track);
  });

  it('that runs already is sealed before it is given to a sender', () => {
    const { screens, sealed, become } = feed();
    become(track);
    const one = sender();
    let wasSealed = false;
    one.onTrack(() => {
      wasSealed = sealed.length === 1;
    });
    screens.attach(one.of, bob);
    expect(wasSealed).toBe(true);
  });

  it('over another link starts unseen again', () => {
    const { screens, become } = feed();
    become(track);
    screens.attach(sender().of, bob);
    screens.show('to-bob', true);
    const again = sender();
    screens.attach(again.of, bob);
    expect(again.given()).not.toContain(track);
  });

  it('is not sent to whoever does not show it, and its part of the line goes to the others', async () => {
    const { screens, become } = feed();
    const [one, other] = [sender(), sender()];
    become(track);
    for (const connectionId of ['to-dora', 'to-eva', 'to-frank']) {
      screens.attach(sender().of, { connectionId, peerId: connectionId });
      if (connectionId !== 'to-frank') screens.show(connectionId, true);
    }
    screens.attach(one.of, bob);
    screens.attach(other.of, carol);
    for (const { connectionId } of [bob, carol]) screens.show(connectionId, true);
    await vi.waitFor(() => {
      expect(one.encoding).toMatchObject({ active: true, maxBitrate: 1_500_000 });
    });
    screens.show('to-carol', false);
    expect(other.track()).toBeNull();
    await vi.waitFor(() => {
      expect(other.encoding.active).toBe(false);
      expect(one.encoding).toMatchObject({ active: true, maxBitrate: 2_000_000 });
    });
    screens.show('to-carol', true);
    expect(other.track()).toBe(track);
    await vi.waitFor(() => {
      expect(other.encoding.active).toBe(true);
    });
  });

  it('is taken from a connection that ends', () => {
    const { screens, become } = feed();
    const one = sender();
    become(track);
    screens.attach(one.of, bob);
    screens.show('to-bob', true);
    expect(one.track()).toBe(track);
    screens.detach('to-bob');
    expect(one.track()).toBeNull();
  });
});
