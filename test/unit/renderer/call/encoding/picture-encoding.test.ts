import { describe, expect, it } from 'vitest';
import { pictureEncoding, type PictureNeed } from '../../../../../renderer/call/encoding/picture-encoding';
import { SenderEncoding } from '../../../../../renderer/call/encoding/sender-encoding';
import { VIEW_HEIGHTS, viewHeightFor, type ViewHeight } from '../../../../../shared/wire/view-height';

const need = (view: ViewHeight, receivers: number, change: Partial<PictureNeed> = {}): PictureNeed => ({
  view,
  receivers,
  captureHeight: 720,
  savesBandwidth: false,
  ...change,
});

/** Height that is sent, frames per second, kilobits per second. */
function sent(of: PictureNeed): [number, number, number] | 'paused' {
  const encoding = pictureEncoding(of);
  if (encoding.state === 'paused') return 'paused';
  const height = Math.round((of.captureHeight ?? 0) / encoding.scaleDownBy);
  return [height, encoding.framesPerSecond, encoding.maxBitrate / 1000];
}

describe('the picture for one viewer', () => {
  it.each<[ViewHeight, number, ReturnType<typeof sent>]>([
    [1080, 1, [720, 30, 2500]],
    [720, 1, [720, 30, 1500]],
    [1080, 2, [720, 30, 1500]],
    [1080, 4, [540, 30, 900]],
    [1080, 7, [360, 24, 500]],
    [1080, 11, [270, 20, 280]],
    [1080, 15, [180, 15, 150]],
    [360, 1, [360, 24, 500]],
    [180, 4, [180, 15, 150]],
    [90, 15, [90, 10, 60]],
    [0, 1, 'paused'],
    [0, 15, 'paused'],
  ])('shown %i tall by one of %i viewers', (view, receivers, expected) => {
    expect(sent(need(view, receivers))).toEqual(expected);
  });

  it('is never made larger than it was captured, and waits for a capture', () => {
    expect(sent(need(1080, 1, { captureHeight: 180 }))).toEqual([180, 30, 2500]);
    expect(pictureEncoding(need(360, 1, { captureHeight: null }))).toMatchObject({ scaleDownBy: 1 });
  });

  it('all viewers together stay below what a home can send', () => {
    for (let receivers = 1; receivers <= 15; receivers++) {
      for (const view of VIEW_HEIGHTS) {
        const encoding = pictureEncoding(need(view, receivers));
        if (encoding.state === 'running')
          expect(encoding.maxBitrate * receivers).toBeLessThanOrEqual(4_000_000);
      }
    }
  });

  it('is small, slow and cheap when bandwidth is saved', () => {
    expect(sent(need(1080, 1, { savesBandwidth: true }))).toEqual([360, 15, 500]);
    expect(sent(need(1080, 4, { savesBandwidth: true }))).toEqual([360, 15, 200]);
  });

  it('never gets more for more viewers, or for a smaller tile', () => {
    const bits = (view: ViewHeight, receivers: number): number => {
      const encoding = pictureEncoding(need(view, receivers));
      return encoding.state === 'paused' ? 0 : encoding.maxBitrate;
    };
    for (let receivers = 1; receivers < 15; receivers++)
      for (const view of VIEW_HEIGHTS)
        expect(bits(view, receivers + 1)).toBeLessThanOrEqual(bits(view, receivers));
    for (let step = 1; step < VIEW_HEIGHTS.length; step++)
      expect(bits(VIEW_HEIGHTS[step] ?? 0, 3)).toBeGreaterThanOrEqual(bits(VIEW_HEIGHTS[step - 1] ?? 0, 3));
  });
});

describe('how tall a picture is shown', () => {
  it.each([
    [-1, 0],
    [0, 0],
    [NaN, 0],
    [0.4, 90],
    [90, 90],
    [104, 180],
    [200, 180],
    [700, 720],
    [5000, 1080],
  ])('%d pixels are step %i', (height, step) => {
    expect(viewHeightFor(height)).toBe(step);
  });
});

describe("the browser's encoder", () => {
  it('gets one change after the other, the latest last, and none twice', async () => {
    const applied: unknown[] = [];
    let release = (): void => undefined;
    const sender = {
      getParameters: () => ({ encodings: [{ active: true }] }),
      setParameters: async ({ encodings }: RTCRtpSendParameters) => {
        applied.push(encodings[0]);
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      },
    };
    const encoder = new SenderEncoding(sender as unknown as RTCRtpSender);
    const running = pictureEncoding(need(360, 1));
    encoder.want(running);
    encoder.want({ state: 'paused' });
    encoder.want(pictureEncoding(need(720, 1)));
    encoder.want({ state: 'paused' });
    expect(applied).toHaveLength(1);
    release();
    await expect.poll(() => applied.length).toBe(2);
    release();
    encoder.want({ state: 'paused' });
    await Promise.resolve();
    expect(applied).toEqual([
      { active: true, scaleResolutionDownBy: 2, maxFramerate: 24, maxBitrate: 500_000 },
      { active: false },
    ]);
  });
});
