/** Sound graphs that stand still, over contexts that do what a test wants. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSoundContext } from '../../../../../renderer/call/sound/sound-context';
import { suppressNoise } from '../../../../../renderer/call/sound/strong-suppression';

class FakeContext {
  static made: FakeContext[] = [];
  /** What a context does that is asked to go on. */
  static resumes: 'runs' | 'stays' | 'never' | 'fails' = 'runs';
  state = 'suspended';
  resumed = 0;
  onstatechange: (() => void) | null = null;
  readonly audioWorklet = { addModule: () => Promise.resolve() };

  constructor() {
    FakeContext.made.push(this);
  }

  resume(): Promise<void> {
    this.resumed++;
    if (FakeContext.resumes === 'never') return new Promise(() => undefined);
    if (FakeContext.resumes === 'fails') return Promise.reject(new Error('no'));
    if (FakeContext.resumes === 'runs') this.become('running');
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }

  become(state: string): void {
    this.state = state;
    this.onstatechange?.();
  }

  createMediaStreamSource = () => ({ connect: (next: unknown) => next });
}

class FakeDenoiser {
  onprocessorerror: (() => void) | null = null;
  readonly port = {
    set onmessage(listener: () => void) {
      queueMicrotask(listener);
    },
  };
  connect = (): void => undefined;
}

const track = { contentHint: '', stop: vi.fn() };

beforeEach(() => {
  vi.useFakeTimers();
  FakeContext.made = [];
  FakeContext.resumes = 'runs';
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('AudioWorkletNode', FakeDenoiser);
  vi.stubGlobal(
    'MediaStreamAudioDestinationNode',
    class {
      stream = { getAudioTracks: () => [track] };
    },
  );
  vi.stubGlobal('MediaStream', Object);
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(1))));
});
afterEach(() => {
  vi.useRealTimers();
});
const context = (): FakeContext => {
  const [made] = FakeContext.made;
  if (!made) throw new Error('none was made');
  return made;
};
const later = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

describe('a context for sound', () => {
  it.each(['never', 'stays', 'fails'] as const)(
    'that does not run (%s) is closed at the limit',
    async (how) => {
      FakeContext.resumes = how;
      const opened = openSoundContext().then(
        () => 'opened',
        () => 'refused',
      );
      await later(10_000);
      expect(await opened).toBe('refused');
      expect(context().state).toBe('closed');
    },
  );
});

describe('strong noise suppression', () => {
  const failed = vi.fn();
  beforeEach(() => failed.mockClear());
  const start = () => suppressNoise({ contentHint: '' } as MediaStreamTrack, failed);

  it('that the system suspends is asked once to go on, and has not failed where it does', async () => {
    await start();
    context().become('interrupted');
    await later(60_000);
    expect(context().resumed).toBe(2);
    expect(context().state).toBe('running');
    expect(failed).not.toHaveBeenCalled();
  });

  it.each(['never', 'stays', 'fails'] as const)('that does not go on (%s) has failed', async (how) => {
    await start();
    FakeContext.resumes = how;
    context().become('suspended');
    await later(3000);
    expect(context().resumed).toBe(2);
    expect(failed).toHaveBeenCalledOnce();
  });

  it('that is closed by the system has failed, and by its own end it has not', async () => {
    await start();
    context().become('closed');
    await later(0);
    expect(failed).toHaveBeenCalledOnce();
    failed.mockClear();
    FakeContext.made = [];
    const treated = await start();
    treated.end();
    context().become('closed');
    await later(3000);
    expect(failed).not.toHaveBeenCalled();
  });
});
