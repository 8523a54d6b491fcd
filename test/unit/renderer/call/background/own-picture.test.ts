import { beforeEach, expect, it, vi } from 'vitest';
import { OwnPicture } from '../../../../../renderer/call/background/own-picture';

class FakeBitmap {
  isClosed = false;
  readonly width = 100;
  readonly height = 100;
  close(): void {
    this.isClosed = true;
  }
}

let made: FakeBitmap[];
beforeEach(() => {
  made = [];
  vi.stubGlobal('createImageBitmap', () => {
    const one = new FakeBitmap();
    made.push(one);
    return Promise.resolve(one);
  });
});
const file = new Blob(['x']);
const open = (): FakeBitmap[] => made.filter(({ isClosed }) => !isClosed);

it('is one at a time, and none once it is forgotten', async () => {
  const own = new OwnPicture();
  expect(await own.choose(file)).toBe(true);
  expect(await own.choose(file)).toBe(true);
  expect(open()).toEqual([own.picture]);
  expect(own.forget()).toBe(true);
  expect(own.picture).toBe(null);
  expect(open()).toEqual([]);
  expect(own.forget()).toBe(false);
});

it('is not one that was still read when all was forgotten', async () => {
  const own = new OwnPicture();
  const choosing = own.choose(file);
  own.forget();
  expect(await choosing).toBe(false);
  expect(own.picture).toBe(null);
  expect(open()).toEqual([]);
});
