import { describe, expect, it } from 'vitest';
import { SELF, SpeakingDetector, type Speaking } from '../../../../../renderer/call/adaptive/speaking';

const LOUD = -25;
const QUIET = -70;
const TICK_MS = 100;

class Room {
  readonly detector = new SpeakingDetector();
  now = 1000;
  speaking!: Speaking;
  changes = 0;

  /** Everybody named speaks for so long, everybody else is quiet. */
  run(milliseconds: number, ...speakers: string[]): this {
    for (const end = this.now + milliseconds; this.now < end; this.now += TICK_MS) {
      const level = (id: string): number => (speakers.includes(id) ? LOUD : QUIET);
      this.hear(new Map(['ann', 'ben', 'cem', SELF].map((id) => [id, level(id)])));
    }
    return this;
  }

  hear(levels: ReadonlyMap<string, number>): void {
    const heard = this.detector.hear(levels, this.now);
    if (heard !== this.speaking) this.changes++;
    this.speaking = heard;
  }

  get names(): string[] {
    return [...this.speaking.now];
  }
}

describe('who speaks', () => {
  it('is nobody in silence, and whoever is loud for a moment', () => {
    const room = new Room().run(3000);
    expect(room.names).toEqual([]);
    expect(room.run(400, 'ann').names).toEqual(['ann']);
    expect(room.run(400, 'ann', SELF).names.sort()).toEqual(['ann', SELF].sort());
  });

  it('is not a click', () => {
    const room = new Room().run(1000).run(TICK_MS, 'ann').run(100);
    expect(room.names).toEqual([]);
  });

  it('stays through the pauses between words, and ends after them', () => {
    const room = new Room().run(1000, 'ann').run(500);
    expect(room.names).toEqual(['ann']);
    expect(room.run(500).names).toEqual([]);
  });

  it('does not flicker at the edge: the same level keeps speech and does not begin it', () => {
    const room = new Room();
    const edge = new Map([['ann', -49]]);
    for (let i = 0; i < 20; i++, room.now += TICK_MS) room.hear(edge);
    expect(room.names).toEqual([]);
    room.run(1000, 'ann');
    for (let i = 0; i < 20; i++, room.now += TICK_MS) room.hear(edge);
    expect(room.names).toEqual(['ann']);
  });

  it('is told only when it changes', () => {
    const room = new Room().run(10_000);
    expect(room.changes).toBe(1);
    room.run(10_000, 'ann');
    // That ann speaks, and that ann is the one who speaks most.
    expect(room.changes).toBe(3);
  });

  it('forgets who is gone', () => {
    const room = new Room().run(3000, 'ann');
    room.hear(new Map([['ben', QUIET]]));
    expect(room.speaking).toEqual({ now: new Set(), dominant: null });
    expect(room.detector.spokeAt('ann')).toBe(0);
  });
});

describe('who speaks most', () => {
  it('is the one who has spoken for a while, and stays in silence', () => {
    const room = new Room().run(3000, 'ann');
    expect(room.speaking.dominant).toBe('ann');
    expect(room.run(20_000).speaking.dominant).toBe('ann');
  });

  it('does not change for a cough', () => {
    const room = new Room().run(5000, 'ann').run(400, 'ann', 'ben').run(1000, 'ann');
    expect(room.speaking.dominant).toBe('ann');
    expect(room.run(5000).run(400, 'ben').run(1000).speaking.dominant).toBe('ann');
  });

  it('changes when somebody else takes over, once', () => {
    const room = new Room().run(5000, 'ann');
    const seen = new Set<string | null>();
    for (let i = 0; i < 40; i++) seen.add(room.run(TICK_MS, 'ben').speaking.dominant);
    expect([...seen]).toEqual(['ann', 'ben']);
  });

  it('does not go to and fro while two speak at once', () => {
    const room = new Room().run(5000, 'ann');
    for (let i = 0; i < 100; i++) expect(room.run(TICK_MS, 'ann', 'ben').speaking.dominant).toBe('ann');
  });

  it('is never oneself', () => {
    expect(new Room().run(5000, SELF).speaking.dominant).toBeNull();
  });
});
