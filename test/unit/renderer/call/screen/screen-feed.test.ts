import { describe, expect, it, vi } from 'vitest';
import { ScreenFeed, type SharedScreen } from '../../../../../renderer/call/screen/screen-feed';

function sender() {
  const encoding: RTCRtpEncodingParameters = {};
  const replaceTrack = vi.fn<(track: MediaStreamTrack | null) => Promise<void>>(() => Promise.resolve());
  const fake = {
    replaceTrack,
    getParameters: () => ({ encodings: [encoding] }),
    setParameters: () => Promise.resolve(),
  };
  return { of: fake as unknown as RTCRtpSender, encoding, track: () => replaceTrack.mock.lastCall?.[0] };
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
    become(track);
    expect(one.track()).toBe(track);
    become(null);
    expect(one.track()).toBeNull();
  });

  it('is not encoded for whoever does not show it, and its part of the line goes to the others', async () => {
    const { screens, become } = feed();
    const [one, other] = [sender(), sender()];
    become(track);
    for (let i = 0; i < 2; i++) screens.attach(sender().of, { connectionId: `to-${String(i)}`, peerId: 'x' });
    screens.attach(one.of, bob);
    screens.attach(other.of, carol);
    await vi.waitFor(() => {
      expect(one.encoding).toMatchObject({ active: true, maxBitrate: 1_500_000 });
    });
    screens.show('to-carol', false);
    await vi.waitFor(() => {
      expect(other.encoding.active).toBe(false);
      expect(one.encoding).toMatchObject({ active: true, maxBitrate: 2_000_000 });
    });
    screens.show('to-carol', true);
    await vi.waitFor(() => {
      expect(other.encoding.active).toBe(true);
    });
  });

  it('is taken from a connection that ends', () => {
    const { screens, become } = feed();
    const one = sender();
    become(track);
    screens.attach(one.of, bob);
    expect(one.track()).toBe(track);
    screens.detach('to-bob');
    expect(one.track()).toBeNull();
  });
});
