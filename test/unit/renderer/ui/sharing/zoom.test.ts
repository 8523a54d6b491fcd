import { describe, expect, it } from 'vitest';
import {
  FIT,
  fitScale,
  panned,
  placeOf,
  refitted,
  scaleOf,
  seenPart,
  STEP,
  zoomedBy,
  zoomedTo,
  type Shown,
} from '../../../../../renderer/ui/sharing/zoom';

const shown: Shown = { box: { width: 960, height: 640 }, picture: { width: 1920, height: 1080 }, actual: 1 };

describe('a shared screen in a viewer', () => {
  it('is all there at first, in the middle', () => {
    expect(fitScale(shown)).toBe(0.5);
    expect(placeOf(FIT, shown)).toEqual({ scale: 0.5, x: 0, y: 50 });
    expect(seenPart(FIT, shown)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });

  it('grows about its middle, or about where the pointer is', () => {
    const one = zoomedTo(FIT, shown, 1);
    expect(placeOf(one, shown)).toMatchObject({ scale: 1, x: -480, y: -220 });
    const corner = zoomedTo(FIT, shown, 1, { x: 0, y: 50 });
    expect(placeOf(corner, shown)).toMatchObject({ scale: 1, x: 0, y: 0 });
    expect(seenPart(corner, shown)).toEqual({ x: 0, y: 0, width: 0.5, height: 640 / 1080 });
  });

  it('never gets smaller than all of it, nor larger than eight times', () => {
    expect(zoomedBy(FIT, shown, 1 / STEP)).toEqual(FIT);
    let zoom = FIT;
    for (let step = 0; step < 60; step++) zoom = zoomedBy(zoom, shown, STEP);
    expect(scaleOf(zoom, shown)).toBe(8);
    for (let step = 0; step < 60; step++) zoom = zoomedBy(zoom, shown, 1 / STEP);
    expect(zoom).toEqual(FIT);
  });

  it('is moved as far as its edges and no further', () => {
    const one = zoomedTo(FIT, shown, 1);
    expect(placeOf(panned(one, shown, 10_000, 10_000), shown)).toMatchObject({ x: 0, y: 0 });
    expect(placeOf(panned(one, shown, -10_000, -10_000), shown)).toMatchObject({ x: -960, y: -440 });
    expect(panned(FIT, shown, 50, 50)).toEqual(FIT);
  });

  it('fits again when there is room for all of it', () => {
    const one = zoomedTo(FIT, shown, 1);
    expect(refitted(one, { ...shown, box: { width: 1920, height: 1080 } })).toEqual(FIT);
    const larger = zoomedTo(FIT, shown, 1.5);
    expect(refitted(larger, { ...shown, picture: { width: 1, height: 1 } })).toEqual(FIT);
  });

  it('that is small may be seen as small as it is, in the middle, and no smaller', () => {
    const small: Shown = { ...shown, picture: { width: 320, height: 160 } };
    expect(fitScale(small)).toBe(3);
    const actual = zoomedTo(FIT, small, 1);
    expect(placeOf(actual, small)).toMatchObject({ scale: 1, x: 320, y: 240 });
    expect(refitted(actual, small)).toEqual(actual);
    expect(scaleOf(zoomedBy(actual, small, 1 / STEP), small)).toBe(1);
    expect(zoomedBy(actual, small, STEP)).toEqual(FIT);
    expect(scaleOf(zoomedTo(actual, small, 6), small)).toBe(6);
  });

  it('is nothing before it was measured', () => {
    const nothing: Shown = { box: { width: 0, height: 0 }, picture: { width: 0, height: 0 }, actual: 1 };
    expect(zoomedBy(FIT, nothing, STEP)).toEqual(FIT);
    expect(seenPart(FIT, nothing)).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  });
});
