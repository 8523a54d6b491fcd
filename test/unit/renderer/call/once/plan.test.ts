import { describe, expect, it } from 'vitest';
import { Line } from '../../../../../renderer/call/once/line';
import { planPictures, type PlanNeed } from '../../../../../renderer/call/once/plan';

type View = PlanNeed['viewers'][number]['view'];

function planned(views: readonly (readonly [View, (number | null)?])[], savesBandwidth = false) {
  const viewers = views.map(([view, allowed = null], index) => ({
    ...{ connectionId: String(index), view, allowed },
  }));
  const plan = planPictures({ viewers, captureHeight: 720, savesBandwidth });
  return {
    rungs: plan.rungs.map(({ height }) => height),
    bits: plan.rungs.map(({ bitrate }) => bitrate),
    places: Object.fromEntries(
      plan.places.map(({ connectionId, rung, layers }) => [connectionId, [rung, layers]]),
    ),
  };
}

describe('a plan of what is encoded once', () => {
  it('is nothing for nobody, and nothing for whoever has paused', () => {
    expect(planned([])).toEqual({ rungs: [], bits: [], places: {} });
    expect(planned([[0], [0]])).toEqual({ rungs: [], bits: [], places: {} });
    expect(planned([[360], [0]]).places).toEqual({ 0: [0, 3] });
  });

  it('is one rung for tiles that are nearly alike, as tall as so many viewers are afforded', () => {
    expect(planned([[1080], [360], [360], [360]])).toMatchObject({
      ...{ rungs: [540], bits: [900_000] },
      places: { 0: [0, 3], 1: [0, 3], 2: [0, 3], 3: [0, 3] },
    });
    expect(planned(Array.from({ length: 7 }, () => [1080] as const)).rungs).toEqual([360]);
    expect(planned([[720], [720], [720]], true)).toMatchObject({ rungs: [360], bits: [266_667] });
  });

  it('is a second, low one where tiles are half as tall or less', () => {
    expect(planned([[540], [180], [180], [90]])).toMatchObject({
      rungs: [540, 180],
      places: { 0: [0, 3], 1: [1, 3], 2: [1, 3], 3: [1, 3] },
    });
    expect(planned([[180], [180], [180]]).rungs).toEqual([180]);
  });

  it('leaves layers out for a slow line, and takes the low rung for a slower one, at no cost to the others', () => {
    const { rungs, bits, places } = planned([[540], [540, 700_000], [540, 400_000], [540, 200_000]]);
    expect(rungs).toEqual([540, 270]);
    expect(bits[0]).toBe(900_000);
    expect(places).toEqual({ 0: [0, 3], 1: [0, 2], 2: [0, 1], 3: [1, 2] });
  });

  it('follows the best line where all are slow, to a height that it carries', () => {
    const { rungs, bits, places } = planned([
      [540, 150_000],
      [540, 140_000],
      [540, 140_000],
    ]);
    expect(rungs).toEqual([270]);
    expect(bits).toEqual([150_000]);
    expect(places).toEqual({ 0: [0, 3], 1: [0, 3], 2: [0, 3] });
  });
});

describe('a line', () => {
  it('carries all that is asked until two looks say otherwise', () => {
    const line = new Line();
    line.take(null, 500_000);
    line.take(420_000, 500_000);
    line.take(100_000, 500_000);
    expect(line.bits).toBeNull();
    line.take(420_000, 500_000);
    line.take(100_000, 500_000);
    line.take(120_000, 500_000);
    expect(line.bits).toBe(120_000);
  });

  it('falls at once and rises by a tenth in a second, until all is carried again', () => {
    const line = new Line();
    for (const seen of [300_000, 300_000, 200_000, 200_000]) line.take(seen, 500_000);
    expect(line.bits).toBe(200_000);
    line.take(205_000, 500_000);
    expect(line.bits).toBe(205_000);
    line.take(500_000, 500_000);
    expect(line.bits).toBeCloseTo(225_500);
    let seconds = 1;
    for (; line.bits !== null; seconds++) line.take(500_000, 500_000);
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(10);
  });
});
