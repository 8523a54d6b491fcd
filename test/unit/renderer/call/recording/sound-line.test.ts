import { describe, expect, it } from 'vitest';
import { recordingClock } from '../../../../../renderer/call/recording/recording-clock';
import { SoundLine, type Heard } from '../../../../../renderer/call/recording/sound-line';
import { StallWatch } from '../../../../../renderer/call/recording/stall-watch';

interface Sound extends Heard {
  kind: 'sound' | 'silence';
  isClosed: boolean;
}

const soundOf = (kind: Sound['kind'], timestamp: number, duration: number): Sound => {
  const sound: Sound = {
    ...{ kind, timestamp, duration, isClosed: false },
    setTimestamp: (seconds) => (sound.timestamp = seconds),
    close: () => (sound.isClosed = true),
  };
  return sound;
};

const PIECE = 0.1;

/** A recording whose sound comes, or does not, as the test has it. */
class Recorded {
  now = 0;
  readonly added: Sound[] = [];
  readonly all: Sound[] = [];
  /** What the encoder does with each. */
  add = (): Promise<void> => Promise.resolve();
  #arrived: ((sound: Sound | null) => void) | null = null;
  #broken: ((error: Error) => void) | null = null;
  readonly line = new SoundLine<Sound>({
    now: () => this.now,
    next: () =>
      new Promise((resolve, reject) => {
        this.#arrived = resolve;
        this.#broken = reject;
      }),
    silence: (seconds) => this.#made('silence', 0, seconds),
    add: (sound) => {
      this.added.push(sound);
      return this.add();
    },
  });
  readonly run = this.line.run();

  #made(kind: Sound['kind'], timestamp: number, duration: number): Sound {
    const sound = soundOf(kind, timestamp, duration);
    this.all.push(sound);
    return sound;
  }

  /** @param timestamp by the sound's own clock. */
  async hears(timestamp: number): Promise<void> {
    this.#arrived?.(this.#made('sound', timestamp, PIECE));
    await settled();
  }

  ends(): void {
    this.#arrived?.(null);
  }

  breaks(): void {
    this.#broken?.(new Error('broken'));
  }

  /** So many seconds pass; what comes of sound, by its own clock, from `sound` on, or nothing. */
  async passes(seconds: number, sound: number | null = null): Promise<void> {
    for (let step = 0; step < Math.round(seconds / PIECE); step++) {
      this.now += PIECE;
      if (sound !== null) await this.hears(sound + step * PIECE);
      await this.line.heal();
      await settled();
    }
  }

  /** No gap is longer than a second, and nothing lies on what was before it, or ahead of its time. */
  expectWhole(): void {
    let end = 0;
    for (const { timestamp, duration } of this.added) {
      expect(timestamp).toBeGreaterThanOrEqual(end - 1e-9);
      expect(timestamp - end).toBeLessThan(1);
      end = timestamp + duration;
    }
    expect(end).toBeLessThan(this.now + 0.5);
    expect(this.now - end).toBeLessThan(1.2);
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

const countOf = ({ added }: Recorded, kind: Sound['kind']): number =>
  added.filter((sound) => sound.kind === kind).length;

describe('the sound of a recording', () => {
  it('stands where it was heard, whatever its own clock says, and is let go', async () => {
    const recorded = new Recorded();
    await recorded.passes(5, 7000);
    expect(countOf(recorded, 'silence')).toBe(0);
    expect(countOf(recorded, 'sound')).toBe(50);
    recorded.expectWhole();
    expect(recorded.all.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('that never comes is silence', async () => {
    const recorded = new Recorded();
    await recorded.passes(60);
    expect(countOf(recorded, 'sound')).toBe(0);
    recorded.expectWhole();
  });

  it('that stalls is silence until it comes again', async () => {
    const recorded = new Recorded();
    await recorded.passes(3, 0);
    await recorded.passes(30);
    // Its clock stood still meanwhile.
    await recorded.passes(3, 3);
    expect(countOf(recorded, 'sound')).toBeGreaterThan(50);
    expect(countOf(recorded, 'silence')).toBeGreaterThan(20);
    recorded.expectWhole();
  });

  it('that stalls and comes all at once is not heard twice', async () => {
    const recorded = new Recorded();
    await recorded.passes(3, 0);
    await recorded.passes(30);
    for (let late = 0; late < 300; late++) await recorded.hears(3 + late * PIECE);
    await recorded.passes(3, 33);
    recorded.expectWhole();
    expect(recorded.all.every(({ isClosed }) => isClosed)).toBe(true);
  });

  it('that ends is silence from then on', async () => {
    const recorded = new Recorded();
    await recorded.passes(3, 0);
    recorded.ends();
    await recorded.run;
    await recorded.passes(30);
    recorded.expectWhole();
  });

  it('that breaks is told', async () => {
    const recorded = new Recorded();
    await settled();
    recorded.breaks();
    await expect(recorded.run).rejects.toThrow('broken');
  });

  it('does not pile up before an encoder that stands still', async () => {
    const recorded = new Recorded();
    recorded.add = () => new Promise(() => undefined);
    recorded.now = 5;
    void recorded.line.heal();
    for (let second = 6; second < 100; second++) {
      recorded.now = second;
      await recorded.line.heal();
    }
    expect(recorded.added).toHaveLength(1);
  });

  it('is not taken after the end', async () => {
    const recorded = new Recorded();
    await recorded.passes(2, 0);
    const { length } = recorded.added;
    recorded.line.end();
    await recorded.passes(5, 2);
    expect(recorded.added).toHaveLength(length);
    expect(recorded.all.every(({ isClosed }) => isClosed)).toBe(true);
  });
});

describe('a recording that goes on', () => {
  it('counts no sleep of the computer', () => {
    let steady = 1000;
    const clock = recordingClock(() => steady);
    for (const [passed, recorded] of [
      [40, 40],
      [4000, 4040],
      [3_600_000, 4040],
      [60, 4100],
    ] as const) {
      steady += passed;
      expect(clock()).toBe(recorded);
    }
  });

  it('stalls when nothing came to be written for longer than a crash may lose', () => {
    let now = 0;
    const watch = new StallWatch(() => now);
    for (now = 0; now < 30; now += 3) {
      expect(watch.isStalled).toBe(false);
      watch.wrote();
    }
    expect(watch.isStalled).toBe(false);
    now = 27 + 8.1;
    expect(watch.isStalled).toBe(true);
  });
});
