import { describe, expect, it, vi } from 'vitest';
import { createRecordingActions } from '../../../../renderer/state/actions/recording';
import type { MeetingView, PeerView } from '../../../../renderer/state/contract';
import { followRecording, type RecordingParts } from '../../../../renderer/state/follow-recording';
import { initialSnapshot } from '../../../../renderer/state/initial-snapshot';
import { sceneOf, type RecordingChoice } from '../../../../renderer/state/recording';
import { usualSeeing, withMuted, withUnseen } from '../../../../renderer/state/seeing';
import type { Snapshot } from '../../../../renderer/state/snapshot';
import { Store } from '../../../../renderer/state/store';
import type { VigilBridge } from '../../../../shared/ipc';

const bob = '0b'.repeat(16);
const carol = '0c'.repeat(16);
const words = { notRecorded: 'Not recorded', cameraOff: 'Camera off', mine: 'Alice' };
const choice: RecordingChoice = { layout: 'grid', words };

const track = (label: string): MediaStreamTrack => ({ label }) as MediaStreamTrack;
const stream = (label: string): MediaStream =>
  ({
    getVideoTracks: () => [track(`picture of ${label}`)],
    getAudioTracks: () => [track(`sound of ${label}`)],
  }) as unknown as MediaStream;
const streams = new Map([bob, carol].map((id) => [id, stream(id)]));
const own = { picture: track('own picture'), sound: track('own sound') };

const peer = (peerId: string, change: Partial<PeerView> = {}): PeerView =>
  ({ peerId, name: peerId, link: 'open', camera: true, trust: 'new', share: null, ...change }) as PeerView;

function inside(state: 'off' | 'announced' | 'running', included = [bob], change: Partial<PeerView> = {}) {
  const quiet = { mine: null };
  return {
    phase: 'inside',
    startedAt: 1,
    peers: [peer(bob, change), peer(carol)],
    recording: { mine: { state, number: 1, startedAt: 1, included }, others: [] },
    speakingUp: { quiet },
  } as unknown as MeetingView;
}
const shown = (change: Partial<Snapshot>): Snapshot => ({ ...initialSnapshot, streams, ...change });

describe('what is recorded', () => {
  it('is nothing of those who are left out, and the pictures and sounds of all others', () => {
    const scene = sceneOf(shown({ meeting: inside('running') }), choice, own);
    expect(
      scene?.people.map(({ id, isLeftOut, picture, sound }) => [id, isLeftOut, picture?.label, sound?.label]),
    ).toEqual([
      [bob, false, `picture of ${bob}`, `sound of ${bob}`],
      [carol, true, undefined, undefined],
      ['self', false, 'own picture', 'own sound'],
    ]);
  });

  it('is nothing before it runs, and of nobody whose key is another one', () => {
    for (const state of ['off', 'announced'] as const)
      expect(sceneOf(shown({ meeting: inside(state) }), choice, own)).toBeNull();
    const changed = inside('running', [bob], { trust: 'changed' });
    const [first] = sceneOf(shown({ meeting: changed }), choice, own)?.people ?? [];
    expect(first).toMatchObject({ isLeftOut: true, picture: null, sound: null });
  });

  it('has no name of those who are left out, and none of them is large', () => {
    const speaking = { self: false, peers: new Set([carol]), dominant: carol };
    const speaker = { ...choice, layout: 'speaker' as const };
    const scene = sceneOf(shown({ meeting: inside('running'), speaking }), speaker, own);
    expect(scene?.people.map(({ name }) => name)).toEqual([bob, '', 'Alice']);
  });

  it('is as this person sees and hears it', () => {
    const seeing = withUnseen(withMuted(usualSeeing, bob, true), bob, true);
    const [first] = sceneOf(shown({ meeting: inside('running'), seeing }), choice, own)?.people ?? [];
    expect(first).toMatchObject({ picture: null, gain: 0 });
    const speaking = { self: false, peers: new Set([carol]), dominant: carol };
    const speaker = { ...choice, layout: 'speaker' as const };
    const scene = sceneOf(shown({ meeting: inside('running', [bob, carol]), speaking }), speaker, own);
    expect(scene?.people.map(({ id }) => id)).toEqual([carol, bob, 'self']);
  });

  it('has a screen only of somebody who is in it', () => {
    const sharing = { share: { source: 'screen', paused: false } as const };
    const screens = new Map([[bob, stream('screen')]]);
    const of = (included: string[]) =>
      sceneOf(shown({ meeting: inside('running', included, sharing), screens }), choice, own)?.screen;
    expect(of([bob])).toMatchObject({ name: bob });
    expect(of([carol])).toBeNull();
    const changed = inside('running', [bob], { ...sharing, trust: 'changed' });
    expect(sceneOf(shown({ meeting: changed, screens }), choice, own)?.screen).toBeNull();
  });
});

function following() {
  const store = new Store(shown({}));
  const asked: string[] = [];
  const answers: Record<string, unknown> = {};
  const request = new Proxy(
    {},
    {
      get: (_, name: string) => (argument: unknown) => {
        asked.push(name);
        return Promise.resolve(answers[name] ?? { ok: true, value: { begun: true, size: 7, argument } });
      },
    },
  ) as VigilBridge['request'];
  const recorder = {
    begin: vi.fn(() => Promise.resolve()),
    follow: vi.fn(),
    end: vi.fn(() => Promise.resolve(true)),
    length: 3,
  };
  let events: Parameters<RecordingParts['recorder']>[1] | null = null;
  const follower = followRecording({ request }, store, {
    own: () => own,
    recorder: (_, given) => {
      events = given;
      return recorder;
    },
  });
  return { store, asked, answers, request, recorder, follower, events: () => events };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('recording', () => {
  it('begins when main says that it runs, and not before; its end is told to main last', async () => {
    const { store, asked, recorder, follower } = following();
    follower.choose(choice);
    store.set({ meeting: inside('announced') });
    expect(recorder.begin).not.toHaveBeenCalled();
    store.set({ meeting: inside('running') });
    expect(recorder.begin).toHaveBeenCalledTimes(1);
    expect(store.get().recording.state).toBe('on');
    follower.stop();
    expect(store.get().recording.state).toBe('finishing');
    await settled();
    expect(recorder.end).toHaveBeenCalledTimes(1);
    expect(asked).toEqual(['recording:finish']);
    expect(store.get().recording).toMatchObject({ state: 'off', last: { end: 'saved', size: 7 } });
  });

  it('ends with the meeting, and says when the disk was full', async () => {
    const { store, answers, recorder, follower, events } = following();
    follower.choose(choice);
    store.set({ meeting: inside('running') });
    answers['recording:write'] = { ok: false, code: 'recording-full' };
    await expect(events()?.write(0, new Uint8Array(1))).rejects.toThrow();
    events()?.failed();
    store.set({ meeting: { phase: 'none' } });
    await settled();
    expect(recorder.end).toHaveBeenCalledTimes(1);
    expect(store.get().recording).toEqual({ state: 'off', last: { end: 'full' } });
  });

  it('that main did not begin here is not taken up, and is given up: nobody is to think that it is made', () => {
    const { store, recorder, asked } = following();
    store.set({ meeting: inside('running') });
    store.set({ meeting: inside('running') });
    expect(recorder.begin).not.toHaveBeenCalled();
    expect(asked).toEqual(['recording:cancel']);
  });

  it('whose end cannot be made is not said to be whole', async () => {
    const { store, asked, recorder, follower } = following();
    recorder.end.mockResolvedValue(false);
    follower.choose(choice);
    store.set({ meeting: inside('running') });
    follower.stop();
    await settled();
    expect(asked).toEqual(['recording:cancel']);
    expect(store.get().recording).toEqual({ state: 'off', last: { end: 'failed' } });
  });

  it('is over after a while, though its end never comes', async () => {
    vi.useFakeTimers();
    try {
      const { store, recorder, follower } = following();
      recorder.end.mockReturnValue(new Promise(() => undefined));
      follower.choose(choice);
      store.set({ meeting: inside('running') });
      follower.stop();
      await vi.advanceTimersByTimeAsync(5000);
      expect(store.get().recording).toEqual({ state: 'off', last: { end: 'failed' } });
    } finally {
      vi.useRealTimers();
    }
  });

  it('that cannot begin is over at once, with a word', async () => {
    const { store, asked, recorder, follower } = following();
    recorder.begin.mockRejectedValue(new Error('no encoder'));
    follower.choose(choice);
    store.set({ meeting: inside('running') });
    await settled();
    expect(asked).toEqual(['recording:cancel']);
    expect(store.get().recording).toEqual({ state: 'off', last: { end: 'failed' } });
  });
});

describe('whoever goes dark', () => {
  it('is dark before the recorder is told that they know', async () => {
    const { store, asked, request, follower } = following();
    const done: string[] = [];
    const off = (name: string) => async () => {
      await settled();
      done.push(name);
    };
    const devices = { setMicrophone: off('microphone'), setCamera: off('camera') };
    const stopped = { state: 'off', end: 'stopped' } as const;
    const screen = { state: stopped, pause: () => done.push('screen'), stop: () => undefined };
    const actions = createRecordingActions({ request }, store, { follower, devices, screen });
    actions.answerRecording(bob, 1, 'dark');
    expect(asked).toEqual([]);
    await vi.waitFor(() => {
      expect(asked).toEqual(['recording:answer']);
    });
    expect(done).toEqual(['screen', 'microphone', 'camera']);
    actions.answerRecording(bob, 1, 'stay');
    await settled();
    expect(done).toHaveLength(3);
  });

  it('because no answer came has not answered: the recorder is told nothing', async () => {
    const { store, asked, request, follower } = following();
    const devices = { setMicrophone: vi.fn(settled), setCamera: vi.fn(settled) };
    const screen = { state: { state: 'off', end: 'stopped' } as const, pause: vi.fn(), stop: vi.fn() };
    createRecordingActions({ request }, store, {
      follower,
      devices: devices as unknown as Parameters<typeof createRecordingActions>[2]['devices'],
      screen,
    }).goDark();
    await settled();
    await settled();
    expect(devices.setMicrophone).toHaveBeenCalledWith(false);
    expect(devices.setCamera).toHaveBeenCalledWith(false);
    expect(screen.pause).toHaveBeenCalledWith(true);
    expect(asked).toEqual([]);
  });

  it('stops a screen that is only being chosen, which would begin unpaused', () => {
    const { store, request, follower } = following();
    const screen = { state: { state: 'starting', source: null } as const, pause: vi.fn(), stop: vi.fn() };
    const off = () => Promise.resolve();
    const devices = { setMicrophone: off, setCamera: off };
    createRecordingActions({ request }, store, { follower, devices, screen }).goDark();
    expect(screen.stop).toHaveBeenCalledTimes(1);
    expect(screen.pause).not.toHaveBeenCalled();
  });
});
