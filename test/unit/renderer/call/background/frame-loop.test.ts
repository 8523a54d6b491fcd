/** Frames between camera and others: no frame of the camera goes on, whatever fails. */
import { describe, expect, it } from 'vitest';
import { composeFrames } from '../../../../../renderer/call/background/frame-loop';
import { MOST_MS, Pace } from '../../../../../renderer/call/background/pace';
import type { FromBackground } from '../../../../../renderer/call/background/worker-messages';

interface Frame {
  isRaw: boolean;
  isClosed: boolean;
  close: () => void;
}

function frame(isRaw: boolean): Frame {
  const made: Frame = {
    ...{ isRaw, isClosed: false },
    close: () => {
      made.isClosed = true;
    },
  };
  return made;
}

function setup(count: number) {
  const raw = Array.from({ length: count }, () => frame(true));
  const camera = new ReadableStream<Frame>(
    {
      pull: (controller) => {
        const next = raw[given++];
        if (next) controller.enqueue(next);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  let given = 0;
  const seen: Frame[] = [];
  let isAborted = false;
  const others = new WritableStream<Frame>({
    write: (one) => void seen.push(one),
    abort: () => {
      isAborted = true;
    },
  });
  return { raw, camera, others, seen, given: () => given, isAborted: () => isAborted };
}

const untimed = { took: () => undefined, now: () => 0 };

describe('frames of a camera with a background', () => {
  it('go on as they were composed, one for each, and the camera is given back its own', async () => {
    const { raw, camera, others, seen } = setup(5);
    await composeFrames(camera, others, { ...untimed, compose: () => frame(false) });
    expect(seen.map(({ isRaw }) => isRaw)).toEqual([false, false, false, false, false]);
    expect(raw.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it.each([0, 1, 3])(
    'end where the model fails after %i, and nobody sees that one or any after it',
    async (good) => {
      const { raw, camera, others, seen, given, isAborted } = setup(6);
      let composed = 0;
      const compose = (): Frame => {
        if (composed++ === good) throw new Error('the model has failed');
        return frame(false);
      };
      await expect(composeFrames(camera, others, { ...untimed, compose })).rejects.toThrow();
      expect(seen).toHaveLength(good);
      expect(seen.some(({ isRaw }) => isRaw)).toBe(false);
      expect(given()).toBe(good + 1);
      expect(raw.slice(0, good + 1).every(({ isClosed }) => isClosed)).toBe(true);
      expect(isAborted()).toBe(true);
    },
  );
});

describe('the pace of a computer', () => {
  function run(milliseconds: number, frames: number): { told: FromBackground[]; isFast: boolean } {
    const told: FromBackground[] = [];
    const pace = new Pace((message) => told.push(message));
    let now = 0;
    let isFast = true;
    for (let count = 0; count < frames; count++) {
      now += Math.max(40, milliseconds);
      isFast &&= pace.took(milliseconds, now);
    }
    return { told, isFast };
  }

  it('is told as what it takes of a processor', () => {
    const { told, isFast } = run(10, 60);
    expect(isFast).toBe(true);
    expect(told[0]).toEqual({ type: 'began' });
    const costs = told.filter((message) => message.type === 'cost');
    expect(costs.length).toBeGreaterThan(1);
    expect(costs.at(-1)?.share).toBeCloseTo(0.25, 1);
  });

  it('is too slow by the frames that count, and not by the first ones', () => {
    expect(run(MOST_MS + 1, 40).isFast).toBe(false);
    expect(run(MOST_MS + 1, 15).isFast).toBe(true);
    expect(run(MOST_MS, 40).isFast).toBe(true);
  });
});
