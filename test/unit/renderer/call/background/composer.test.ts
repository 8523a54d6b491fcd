/** What is drawn of a camera's frame where others see it, over canvases that write down what is done to them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Composer, opacityOf } from '../../../../../renderer/call/background/composer';
import { HIDDEN, lookOf, type Look } from '../../../../../renderer/call/background/look';

/** Everything that was drawn on a canvas, oldest first; a colour, or what was drawn there. */
class FakeCanvas {
  drawn: unknown[] = [];
  globalCompositeOperation = '';
  fillStyle = '';

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  get canvas(): this {
    return this;
  }
  getContext(): this {
    return this;
  }
  drawImage(what: unknown): void {
    this.drawn.push(what);
  }
  fillRect(): void {
    this.drawn.push(this.fillStyle);
  }
  getImageData(): { data: Uint8ClampedArray } {
    return { data: new Uint8ClampedArray(4 * this.width * this.height) };
  }
  putImageData(): void {
    this.drawn.push('mask');
  }
}

beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal(
    'ImageData',
    class {
      readonly data: Uint8ClampedArray;
      constructor(width: number, height: number) {
        this.data = new Uint8ClampedArray(4 * width * height);
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const frame = { displayWidth: 1920, displayHeight: 1080 } as unknown as VideoFrame;

/** All that is to be seen, down through whatever canvas it came by. */
function seenOn(canvas: unknown, also = new Set<unknown>()): Set<unknown> {
  for (const what of canvas instanceof FakeCanvas ? canvas.drawn : []) {
    also.add(what);
    seenOn(what, also);
  }
  return also;
}

function compose(look: Look, segment = vi.fn()): FakeCanvas {
  return new Composer({ segment }, look).compose(frame) as unknown as FakeCanvas;
}

describe('what others see', () => {
  it('of somebody hidden is an outline and two colours: no pixel of the camera on any way', () => {
    const out = compose({ type: 'hidden' });
    const seen = seenOn(out);
    expect(seen).toContain(HIDDEN.person);
    expect(seen).toContain(HIDDEN.room);
    expect(seen).not.toContain(frame);
    expect([out.width, out.height]).toEqual([1280, 720]);
  });

  it('before a colour is the person, and the colour in place of the room', () => {
    const seen = seenOn(compose({ type: 'color', color: '#3d5a80' }));
    expect(seen).toContain(frame);
    expect(seen).toContain('#3d5a80');
  });

  it('before a picture that is not there is a colour, and hidden where the choice is unknown', () => {
    const choice = { background: 'picture', backgroundColor: '#3d5a80' } as const;
    expect(lookOf(choice, null)).toEqual({ type: 'color', color: '#3d5a80' });
    expect(lookOf({ ...choice, background: 'unknown' }, null)).toEqual({ type: 'hidden' });
    expect(lookOf({ ...choice, background: 'hidden' }, null)).toEqual({ type: 'hidden' });
  });

  it('is nothing where the model fails', () => {
    const segment = vi.fn(() => {
      throw new Error('the model has failed');
    });
    for (const look of [{ type: 'hidden' }, { type: 'blur' }] as const)
      expect(() => compose(look, segment)).toThrow();
  });

  it('of what the model takes for the room is nothing, not even faintly', () => {
    for (const likely of [0, 1, 13, 64, 127]) expect(opacityOf(likely, false)).toBe(0);
    expect(opacityOf(255, false)).toBe(255);
    expect([opacityOf(127, true), opacityOf(160, true)]).toEqual([0, 255]);
  });
});
