import { beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => {
  const running = new Map<number, string>();
  let last = 0;
  return {
    running,
    powerSaveBlocker: {
      start: (kind: string) => {
        running.set(++last, kind);
        return last;
      },
      stop: (id: number) => running.delete(id),
    },
  };
});
vi.mock('electron', () => electron);
const { ScreenAwake } = await import('../../../../main/window/screen-awake');

beforeEach(() => {
  electron.running.clear();
});

it('neither screen nor computer goes to sleep as long as it is kept awake, and both may afterwards', () => {
  const screen = new ScreenAwake();
  screen.keep(false);
  expect([...electron.running.values()]).toEqual([]);
  screen.keep(true);
  screen.keep(true);
  expect([...electron.running.values()]).toEqual(['prevent-display-sleep']);
  screen.keep(false);
  screen.keep(false);
  expect(electron.running.size).toBe(0);
  screen.keep(true);
  expect(electron.running.size).toBe(1);
});

it('a system that refuses breaks nothing', () => {
  vi.spyOn(electron.powerSaveBlocker, 'start').mockImplementation(() => {
    throw new Error('no session bus');
  });
  const screen = new ScreenAwake();
  screen.keep(true);
  screen.keep(false);
  expect(electron.running.size).toBe(0);
});
