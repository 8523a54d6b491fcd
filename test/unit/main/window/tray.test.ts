import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MeetingView } from '../../../../shared/ipc';
import { alertWords } from '../../../support/alert-words';
import { insideWith, knockOf, nowhere, TITLE } from '../../../support/meeting-views';

interface Item {
  label?: string;
  click?: () => void;
}

const electron = vi.hoisted(() => {
  class Tray {
    static all: Tray[] = [];
    static refuses = false;
    picture: Buffer;
    tip = '';
    items: Item[] = [];
    isGone = false;
    constructor(picture: Buffer) {
      if (Tray.refuses) throw new Error('no tray');
      this.picture = picture;
      Tray.all.push(this);
    }
    on(): void {
      // Clicks on the symbol itself.
    }
    setImage(picture: Buffer): void {
      this.picture = picture;
    }
    setToolTip(tip: string): void {
      this.tip = tip;
    }
    setContextMenu(items: Item[]): void {
      this.items = items;
    }
    destroy(): void {
      this.isGone = true;
    }
  }
  return {
    Tray,
    Menu: { buildFromTemplate: (items: Item[]) => items },
    nativeImage: { createFromBitmap: (bitmap: Buffer) => bitmap },
  };
});
const host = vi.hoisted(() => ({ isThere: true }));
vi.mock('electron', () => electron);
vi.mock('../../../../main/window/tray-host', () => ({ hasTrayHost: () => Promise.resolve(host.isThere) }));
const { DesktopTray } = await import('../../../../main/window/desktop-tray');

const done: string[] = [];
let stays = false;

beforeEach(() => {
  electron.Tray.all = [];
  electron.Tray.refuses = false;
  host.isThere = true;
  done.length = 0;
  stays = false;
});

async function begun() {
  const changed = vi.fn();
  const tray = new DesktopTray({
    stays: () => stays,
    changed,
    show: () => done.push('show'),
    setMicrophone: (on) => done.push(`microphone ${String(on)}`),
    leave: () => done.push('leave'),
    quit: () => done.push('quit'),
  });
  tray.speak(alertWords.tray);
  await vi.waitFor(() => {
    expect(changed).toHaveBeenCalledOnce();
  });
  return tray;
}

const meeting = (names: string[] = []): MeetingView => insideWith(names.map((name) => knockOf(name)));
const shown = () => electron.Tray.all.find(({ isGone }) => !isGone);
const choose = (label: string): void => {
  shown()
    ?.items.find((item) => item.label === label)
    ?.click?.();
};

describe('the tray', () => {
  it('shows Vigil in a meeting, with mute, leave and show', async () => {
    const tray = await begun();
    expect(shown()).toBeUndefined();
    tray.follow(meeting(), '', true);
    for (const label of ['Mute', 'Leave', 'Show', 'Quit']) choose(label);
    // A headset or the system may have muted it: the words are of the person's own switch.
    tray.follow(meeting(), '', false);
    choose('Unmute');
    expect(done).toEqual(['microphone false', 'leave', 'show', 'quit', 'microphone true']);
    tray.follow(nowhere, '', false);
    expect(shown()).toBeUndefined();
  });

  it('tells by its shape and in words that somebody waits, and nobody by name', async () => {
    const tray = await begun();
    tray.follow(meeting(), '', true);
    const before = shown()?.picture;
    tray.follow(meeting(['Secret']), 'Someone asks to join', true);
    expect(shown()?.tip).toBe('Vigil: Someone asks to join');
    expect(shown()?.picture.equals(before ?? Buffer.alloc(0))).toBe(false);
    const said = JSON.stringify([shown()?.tip, shown()?.items]);
    for (const name of ['Secret', 'Ruth', TITLE]) expect(said).not.toContain(name);
  });

  it('takes the window only once that is chosen, and keeps its symbol then', async () => {
    const tray = await begun();
    tray.follow(meeting(), '', true);
    expect(tray.takesWindow).toBe(false);
    stays = true;
    tray.follow(nowhere, '', false);
    expect(tray.takesWindow).toBe(true);
    expect(shown()?.items.map(({ label }) => label)).toEqual(['Show', 'Quit']);
    tray.end();
    expect(shown()).toBeUndefined();
  });

  it('with no tray on the desktop nothing is shown, and the window is not taken', async () => {
    host.isThere = false;
    stays = true;
    const tray = await begun();
    tray.follow(meeting(), '', true);
    expect(electron.Tray.all).toEqual([]);
    expect(tray.takesWindow).toBe(false);
    expect(tray.service).toBe('missing');
  });

  it('with no tray after all, a system that refuses breaks nothing', async () => {
    electron.Tray.refuses = true;
    stays = true;
    const tray = await begun();
    tray.follow(meeting(), '', true);
    expect(tray.takesWindow).toBe(false);
  });
});
