import { describe, expect, it } from 'vitest';
import { screenEncoding, type ScreenNeed } from '../../../../../renderer/call/encoding/screen-encoding';

const need = (change: Partial<ScreenNeed> = {}): ScreenNeed => ({
  ...{ mode: 'text', isShown: true, receivers: 1, savesBandwidth: false, ...change },
});

describe('a shared screen', () => {
  it('is never made smaller, however many look at it and whatever is saved', () => {
    for (const mode of ['text', 'motion'] as const)
      for (const savesBandwidth of [true, false])
        for (const receivers of [1, 2, 5, 15])
          expect(screenEncoding(need({ mode, savesBandwidth, receivers }))).toMatchObject({ scaleDownBy: 1 });
  });

  it('is sent as few frames of text, and as many of motion', () => {
    expect(screenEncoding(need())).toMatchObject({ framesPerSecond: 5, maxBitrate: 2_000_000 });
    expect(screenEncoding(need({ mode: 'motion' }))).toMatchObject({
      framesPerSecond: 30,
      maxBitrate: 3_500_000,
    });
  });

  it('shares the line among those who look at it, and leaves each enough', () => {
    expect(screenEncoding(need({ receivers: 4 }))).toMatchObject({ maxBitrate: 1_500_000 });
    expect(screenEncoding(need({ receivers: 15, savesBandwidth: true }))).toMatchObject({
      maxBitrate: 150_000,
    });
  });

  it('is not encoded for whoever does not show it', () => {
    expect(screenEncoding(need({ isShown: false }))).toEqual({ state: 'paused' });
  });
});
