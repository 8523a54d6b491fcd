/** What becomes of the camera's picture when the worker between it and the others hangs, dies, or is put away. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { treatPicture } from '../../../../../renderer/call/background/treat-picture';
import type { Treated } from '../../../../../renderer/call/devices/treatment';

const BEGIN_LIMIT_MS = 20_000;
const SILENT_LIMIT_MS = 10_000;

class FakeWorker {
  static made: FakeWorker[] = [];
  isTerminated = false;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    FakeWorker.made.push(this);
  }

  postMessage = (): void => undefined;

  terminate(): void {
    this.isTerminated = true;
  }

  tell(data: unknown): void {
    this.onmessage?.({ data });
  }
}

const stop = vi.fn();
const events = { failed: vi.fn(), cost: vi.fn() };
const captured = {} as MediaStreamTrack;
let answer: Response;

beforeEach(() => {
  vi.useFakeTimers();
  FakeWorker.made = [];
  for (const spy of [stop, events.failed, events.cost]) spy.mockReset();
  answer = new Response(new Uint8Array(1));
  vi.stubGlobal('fetch', () => Promise.resolve(answer.clone()));
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readable = new ReadableStream();
    },
  );
  vi.stubGlobal(
    'MediaStreamTrackGenerator',
    class {
      writable = new WritableStream();
      stop = stop;
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
});
const later = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

interface Started {
  worker: FakeWorker;
  begun: Promise<Treated | 'refused'>;
}

async function start(): Promise<Started> {
  const begun = treatPicture(captured, { type: 'hidden' }, events).catch(() => 'refused' as const);
  await later(0);
  const [worker] = FakeWorker.made;
  if (!worker) throw new Error('no worker was made');
  return { worker, begun };
}

async function running(): Promise<{ worker: FakeWorker; treated: Treated }> {
  const { worker, begun } = await start();
  worker.tell({ type: 'began' });
  const treated = await begun;
  if (treated === 'refused') throw new Error('did not begin');
  return { worker, treated };
}

/** Nothing more goes from the camera to the others. */
function expectOver(worker: FakeWorker): void {
  expect(worker.isTerminated).toBe(true);
  expect(stop).toHaveBeenCalled();
}

describe('a picture that has not begun', () => {
  it('never does where the files are not there', async () => {
    answer = new Response(null, { status: 404 });
    await expect(treatPicture(captured, { type: 'hidden' }, events)).rejects.toThrow();
    expect(FakeWorker.made).toEqual([]);
  });

  it('is given up where no first frame comes, however alive the worker is', async () => {
    const { worker, begun } = await start();
    for (let waited = 0; waited < BEGIN_LIMIT_MS; waited += 1000) {
      expect(worker.isTerminated).toBe(false);
      worker.tell({ type: 'alive' });
      await later(1000);
    }
    expect(await begun).toBe('refused');
    expectOver(worker);
    expect(events.failed).toHaveBeenCalledExactlyOnceWith('model');
  });

  it('is given up where the worker dies or says that it fails', async () => {
    const dying = await start();
    dying.worker.onerror?.();
    expect(await dying.begun).toBe('refused');
    expectOver(dying.worker);
    FakeWorker.made = [];
    const slow = await start();
    slow.worker.tell({ type: 'failed', reason: 'slow' });
    expect(await slow.begun).toBe('refused');
    expectOver(slow.worker);
    expect(events.failed.mock.calls).toEqual([['model'], ['slow']]);
  });
});

describe('a picture that others see', () => {
  it('goes on for as long as the worker says that it does', async () => {
    const { worker } = await running();
    for (let second = 0; second < 60; second++) {
      await later(1000);
      worker.tell({ type: 'alive' });
    }
    worker.tell({ type: 'cost', share: 0.2 });
    expect(worker.isTerminated).toBe(false);
    expect(events.failed).not.toHaveBeenCalled();
    expect(events.cost).toHaveBeenCalledExactlyOnceWith(0.2);
  });

  it.each([0, 3])('ends once the worker hangs (after %d signs of life)', async (signs) => {
    const { worker } = await running();
    for (let sign = 0; sign < signs; sign++) {
      await later(1000);
      worker.tell({ type: 'alive' });
    }
    await later(SILENT_LIMIT_MS - 1);
    expect(events.failed).not.toHaveBeenCalled();
    await later(1);
    expectOver(worker);
    expect(events.failed).toHaveBeenCalledExactlyOnceWith('model');
  });

  it('ends once the worker dies, and once it says that it fails, and is told of once', async () => {
    const { worker } = await running();
    worker.onerror?.();
    expectOver(worker);
    worker.onerror?.();
    worker.tell({ type: 'failed', reason: 'slow' });
    await later(60_000);
    expect(events.failed).toHaveBeenCalledExactlyOnceWith('model');
    FakeWorker.made = [];
    const other = await running();
    other.worker.tell({ type: 'failed', reason: 'slow' });
    expectOver(other.worker);
    expect(events.failed).toHaveBeenLastCalledWith('slow');
  });

  it('ends with its worker when it is put away, and says nothing more', async () => {
    const { worker, treated } = await running();
    treated.end();
    expectOver(worker);
    worker.onerror?.();
    await later(60_000);
    expect(events.failed).not.toHaveBeenCalled();
  });
});
