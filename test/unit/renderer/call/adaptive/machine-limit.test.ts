import { describe, expect, it } from 'vitest';
import { LoadSampler } from '../../../../../renderer/call/adaptive/load-sampler';
import {
  isStrained,
  MachineLimit,
  type LoadSample,
} from '../../../../../renderer/call/adaptive/machine-limit';

const calm: LoadSample = {
  limitedByProcessor: false,
  encodeShare: 0.2,
  decodeShare: 0.2,
  droppedShare: 0,
  shown: 8,
};
const strained: LoadSample = { ...calm, limitedByProcessor: true };

/** The states that so many equal samples lead through, without repetitions. */
function through(limit: MachineLimit, sample: LoadSample, times: number): string[] {
  const states: string[] = [];
  for (let i = 0; i < times; i++) {
    const restraint = limit.take(sample);
    const name = restraint.state === 'fewer' ? String(restraint.pictures) : restraint.state;
    if (states.at(-1) !== name) states.push(name);
  }
  return states;
}

describe("the computer's limit", () => {
  it.each<[string, Partial<LoadSample>, boolean]>([
    ['at rest', {}, false],
    ['limited by the processor', { limitedByProcessor: true }, true],
    ['slow to encode', { encodeShare: 0.9 }, true],
    ['slow to decode', { decodeShare: 0.9 }, true],
    ['dropping frames', { droppedShare: 0.4 }, true],
    ['losing a frame now and then', { droppedShare: 0.05 }, false],
  ])('%s', (_, change, expected) => {
    expect(isStrained({ ...calm, ...change })).toBe(expected);
  });

  it("is not reached by a moment's trouble", () => {
    const limit = new MachineLimit();
    for (let i = 0; i < 20; i++) {
      expect(through(limit, strained, 3)).toEqual(['none']);
      expect(through(limit, calm, 1)).toEqual(['none']);
    }
  });

  it('makes pictures smaller first, then fewer, and leaves one', () => {
    expect(through(new MachineLimit(), strained, 100)).toEqual(['none', 'smaller', '4', '2', '1']);
    expect(through(new MachineLimit(), { ...strained, shown: 1 }, 100)).toEqual(['none', 'smaller']);
  });

  it('comes back step by step', () => {
    const limit = new MachineLimit();
    through(limit, strained, 100);
    expect(through(limit, calm, 200)).toEqual(['1', '2', '4', 'smaller', 'none']);
  });

  it('waits longer after each recovery that failed', () => {
    const limit = new MachineLimit();
    /** A computer that bears small pictures and no large ones. */
    const live = (samples: number): number => {
      let steps = 0;
      for (let i = 0, before = limit.take(calm); i < samples; i++) {
        const now = limit.take(before.state === 'none' ? strained : calm);
        if (now.state !== before.state) steps++;
        before = now;
      }
      return steps;
    };
    const early = live(200);
    live(2000);
    expect(early).toBeGreaterThan(4);
    expect(live(200)).toBeLessThanOrEqual(2);
  });

  it('forgets failed recoveries once one has held', () => {
    const limit = new MachineLimit();
    for (let i = 0; i < 3; i++) {
      through(limit, strained, 7);
      through(limit, calm, 100);
    }
    through(limit, strained, 6);
    expect(through(limit, calm, 14)).toEqual(['smaller', 'none']);
  });
});

describe('what the statistics say', () => {
  const report = (...stats: object[]): RTCStatsReport =>
    new Map(stats.map((one, index) => [String(index), { id: String(index), kind: 'video', ...one }]));
  const outbound = (framesEncoded: number, totalEncodeTime: number, change: object = {}) => ({
    type: 'outbound-rtp',
    active: true,
    framesPerSecond: 30,
    framesEncoded,
    totalEncodeTime,
    ...change,
  });
  const inbound = (framesReceived: number, framesDropped: number, totalDecodeTime: number) => ({
    type: 'inbound-rtp',
    framesReceived,
    framesDropped,
    totalDecodeTime,
  });

  it('counts what has happened since the look before', () => {
    const sampler = new LoadSampler(2);
    expect(sampler.take([report(outbound(1000, 50), inbound(1000, 900, 40))], 2, 0)).toBeNull();
    const sample = sampler.take([report(outbound(1090, 52.7), inbound(1090, 909, 40))], 2, 3000);
    expect(sample).toMatchObject({ limitedByProcessor: false, decodeShare: 0, shown: 2 });
    // 30 ms for a frame, 30 frames a second.
    expect(sample?.encodeShare).toBeCloseTo(0.9);
    expect(sample?.droppedShare).toBeCloseTo(0.1);
  });

  it('heeds the browser that lowers a picture for the processor, unless that picture is paused', () => {
    const sampler = new LoadSampler(2);
    const cpu = { qualityLimitationReason: 'cpu' };
    sampler.take([report(outbound(0, 0, cpu))], 1, 0);
    expect(sampler.take([report(outbound(90, 1, cpu))], 1, 3000)?.limitedByProcessor).toBe(true);
    const paused = { ...cpu, active: false };
    expect(sampler.take([report(outbound(90, 1, paused))], 1, 6000)?.limitedByProcessor).toBe(false);
  });

  it('makes nothing of a handful of frames', () => {
    const sampler = new LoadSampler(2);
    sampler.take([report(outbound(0, 0), inbound(0, 0, 0))], 1, 0);
    const sample = sampler.take([report(outbound(3, 2), inbound(3, 3, 0))], 1, 3000);
    expect(sample).toMatchObject({ encodeShare: 0, droppedShare: 0 });
  });

  it('keeps links apart whose statistics have the same names', () => {
    const sampler = new LoadSampler(2);
    sampler.take([report(inbound(100, 0, 0)), report(inbound(5000, 4000, 0))], 1, 0);
    const sample = sampler.take([report(inbound(200, 0, 0)), report(inbound(5100, 4100, 0))], 1, 3000);
    expect(sample?.droppedShare).toBeCloseTo(0.5);
  });
});
