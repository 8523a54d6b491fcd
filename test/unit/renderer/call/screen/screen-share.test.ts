import { describe, expect, it } from 'vitest';
import { ScreenShare } from '../../../../../renderer/call/screen/screen-share';

class Track extends EventTarget {
  readonly kind = 'video';
  contentHint = '';
  muted = false;
  stopped = false;
  constructor(private readonly displaySurface: string) {
    super();
  }
  stop(): void {
    this.stopped = true;
  }
  getSettings(): MediaTrackSettings {
    return { displaySurface: this.displaySurface };
  }
}

function system() {
  let answer: (track: Track | Error) => void = () => undefined;
  const share = new ScreenShare(() => ({ saveBandwidth: false }), {
    getDisplayMedia: () =>
      new Promise((resolve, reject) => {
        answer = (given) => {
          if (given instanceof Error) reject(given);
          else resolve({ getVideoTracks: () => [given], getTracks: () => [given] } as unknown as MediaStream);
        };
      }),
  });
  const answers = async (given: Track | Error): Promise<void> => {
    answer(given);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { share, answers };
}

const chosen = { source: 'window', label: 'Order of the evening' } as const;

describe('the own screen', () => {
  it('is sent from when the system gives it until it is stopped', async () => {
    const { share, answers } = system();
    void share.start({ chosen, mode: 'text' });
    expect(share.state).toEqual({ state: 'starting', source: 'window' });
    expect(share.track).toBeNull();
    const track = new Track('window');
    await answers(track);
    expect(share.state).toMatchObject({ state: 'on', ...chosen, isPaused: false });
    expect(share.track).toBe(track);
    expect(track.contentHint).toBe('text');
    share.stop();
    expect(share.state).toEqual({ state: 'off', end: 'stopped' });
    expect(share.track).toBeNull();
    expect(track.stopped).toBe(true);
  });

  it('gives nothing while it is paused, and goes on afterwards', async () => {
    const { share, answers } = system();
    void share.start({ chosen: null, mode: 'motion' });
    const track = new Track('monitor');
    await answers(track);
    expect(share.state).toMatchObject({ state: 'on', source: 'screen', label: null });
    share.pause(true);
    expect(share.track).toBeNull();
    expect(track.stopped).toBe(false);
    share.pause(false);
    expect(share.track).toBe(track);
  });

  it('ends and says so when its window is closed', async () => {
    const { share, answers } = system();
    void share.start({ chosen, mode: 'text' });
    const track = new Track('window');
    await answers(track);
    track.dispatchEvent(new Event('ended'));
    expect(share.state).toEqual({ state: 'off', end: 'gone' });
    expect(share.track).toBeNull();
    // With its meeting that is forgotten.
    share.stop();
    expect(share.state).toEqual({ state: 'off', end: 'stopped' });
  });

  it.each([
    ['window', 'window'],
    ['monitor', 'screen'],
    // What is not known to be a window may show everything.
    ['browser', 'screen'],
    ['', 'screen'],
  ])('that the system chose, of the kind %j, counts as a %s', async (surface, source) => {
    const { share, answers } = system();
    void share.start({ chosen: null, mode: 'text' });
    await answers(new Track(surface));
    expect(share.state).toMatchObject({ state: 'on', source });
  });

  it('says that nothing comes of a window that is minimised', async () => {
    const { share, answers } = system();
    void share.start({ chosen, mode: 'text' });
    const track = new Track('window');
    await answers(track);
    track.muted = true;
    track.dispatchEvent(new Event('mute'));
    expect(share.state).toMatchObject({ state: 'on', isStill: true });
  });

  it.each([
    [new DOMException('', 'NotAllowedError'), 'refused'],
    [new DOMException('', 'NotReadableError'), 'failed'],
    [new Error('none'), 'failed'],
  ])('is not shared when the system answers %s', async (error, end) => {
    const { share, answers } = system();
    void share.start({ chosen, mode: 'text' });
    await answers(error);
    expect(share.state).toEqual({ state: 'off', end });
  });

  it('can be given up while the system does not answer, and an answer that comes late counts for nothing', async () => {
    const { share, answers } = system();
    void share.start({ chosen: null, mode: 'text' });
    share.stop();
    expect(share.state).toEqual({ state: 'off', end: 'stopped' });
    const late = new Track('monitor');
    await answers(late);
    expect(late.stopped).toBe(true);
    expect(share.track).toBeNull();
    expect(share.state).toEqual({ state: 'off', end: 'stopped' });
  });
});
