import { beforeEach, describe, expect, it } from 'vitest';
import { MuteKey } from '../../../../main/window/mute-key';
import type { MeetingView } from '../../../../shared/ipc';
import { insideWith, knocking, ended, nowhere } from '../../../support/meeting-views';

const held = new Map<string, () => void>();
const taken = new Set<string>();
let asked: number;
let chosen: string | null;
let changes: number;
let key: MuteKey;

const inside = (microphone: boolean): MeetingView =>
  insideWith([], [], { self: { microphone } as Extract<MeetingView, { phase: 'inside' }>['self'] });

beforeEach(() => {
  held.clear();
  taken.clear();
  asked = 0;
  chosen = 'Mod+Shift+F9';
  changes = 0;
  key = new MuteKey({
    keys: {
      register: (accelerator, pressed) => {
        if (taken.has(accelerator)) return false;
        held.set(accelerator, pressed);
        return true;
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    chosen: () => chosen,
    toggleMicrophone: () => asked++,
    changed: () => changes++,
  });
});

const names = (): string[] => [...held.keys()];
const press = (): void => {
  held.get('CommandOrControl+Shift+F9')?.();
};

describe('the key of the whole system', () => {
  it('is held in a meeting, and in no other phase', () => {
    key.choose();
    for (const view of [nowhere, knocking, ended]) {
      key.follow(view);
      expect(names()).toEqual([]);
    }
    key.follow(inside(true));
    expect(names()).toEqual(['CommandOrControl+Shift+F9']);
    for (const view of [ended, nowhere]) {
      key.follow(view);
      expect(names()).toEqual([]);
    }
    key.follow(inside(true));
    key.end();
    expect(names()).toEqual([]);
  });

  it('is none until one is chosen, and none once it is chosen no more', () => {
    chosen = null;
    key.follow(inside(true));
    expect([names(), key.service]).toEqual([[], 'off']);
    chosen = 'F13';
    key.choose();
    expect([names(), key.service]).toEqual([['F13'], 'works']);
    chosen = 'F14';
    key.choose();
    expect(names()).toEqual(['F14']);
    chosen = null;
    key.choose();
    expect([names(), key.service]).toEqual([[], 'off']);
  });

  it('turns the microphone once for each press, whatever main believes of it, and in a meeting only', () => {
    key.follow(inside(true));
    const pressed = held.get('CommandOrControl+Shift+F9');
    for (const microphone of [true, false, false]) {
      key.follow(inside(microphone));
      press();
    }
    press();
    expect(asked).toBe(4);
    key.follow(ended);
    pressed?.();
    expect(asked).toBe(4);
  });

  it('that the system refuses is said, at once and in a meeting', () => {
    taken.add('CommandOrControl+Shift+F9');
    key.choose();
    expect(key.service).toBe('refused');
    chosen = 'F13';
    key.choose();
    expect([key.service, names()]).toEqual(['works', []]);
    taken.add('F13');
    key.follow(inside(true));
    expect([key.service, changes]).toEqual(['refused', 1]);
    // Free again: it is asked for in the next meeting.
    taken.clear();
    key.follow(nowhere);
    key.follow(inside(true));
    expect([key.service, names(), changes]).toEqual(['works', ['F13'], 2]);
  });

  it('breaks nothing where there are none', () => {
    const broken = new MuteKey({
      keys: {
        register: () => {
          throw new Error('no such thing');
        },
        unregister: () => undefined,
      },
      chosen: () => 'F13',
      toggleMicrophone: () => undefined,
      changed: () => undefined,
    });
    broken.follow(inside(true));
    expect(broken.service).toBe('refused');
  });
});
