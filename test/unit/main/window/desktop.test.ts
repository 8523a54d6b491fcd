/** Vigil on a desktop of which everything is written down: what it tells, and what it shows of the window. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { desktopHandlers } from '../../../../main/ipc/handlers/desktop';
import type { Attention } from '../../../../main/window/attention';
import type { MeetingView } from '../../../../shared/ipc';
import { alertWords } from '../../../support/alert-words';
import { freshAlertSettings, type Settings } from '../../../../shared/ipc';
import { insideWith, nowhere } from '../../../support/meeting-views';

interface Item {
  label?: string;
  click?: () => void;
}

const electron = vi.hoisted(() => {
  const shown: { body: string; isClosed: boolean }[] = [];
  const keys = new Map<string, () => void>();
  const tray: { items: Item[] } = { items: [] };
  class Notification {
    readonly #message;
    constructor({ body }: { body: string }) {
      this.#message = { body, isClosed: false };
    }
    static isSupported(): boolean {
      return true;
    }
    on(): void {
      // Nobody clicks.
    }
    show(): void {
      shown.push(this.#message);
    }
    close(): void {
      this.#message.isClosed = true;
    }
  }
  class Tray {
    on(): void {
      // Nobody clicks on the symbol itself.
    }
    setImage(): void {
      // Looked at elsewhere.
    }
    setToolTip(): void {
      // Looked at elsewhere.
    }
    setContextMenu(items: Item[]): void {
      tray.items = items;
    }
    destroy(): void {
      tray.items = [];
    }
  }
  return {
    shown,
    keys,
    tray,
    module: {
      Notification,
      Tray,
      Menu: { buildFromTemplate: (items: Item[]) => items },
      app: { isPackaged: false },
      nativeImage: { createFromBitmap: () => ({}) },
      nativeTheme: {},
      powerSaveBlocker: { start: () => 1, stop: () => undefined },
      globalShortcut: {
        register: (key: string, pressed: () => void) => keys.set(key, pressed).size > 0,
        unregister: (key: string) => keys.delete(key),
      },
    },
  };
});
vi.mock('electron', () => electron.module);
vi.mock('../../../../main/window/tray-host', () => ({ hasTrayHost: () => Promise.resolve(true) }));
const { Desktop } = await import('../../../../main/window/desktop');

const done: string[] = [];
let meeting: MeetingView;

beforeEach(() => {
  electron.shown.length = 0;
  electron.keys.clear();
  done.length = 0;
  meeting = nowhere;
});

async function begun() {
  const settings = { ...freshAlertSettings, muteEverywhere: 'F13', theme: 'system' } as Settings;
  const changed = vi.fn();
  const desktop = new Desktop({
    vault: { isLocked: false, settings },
    attention: {
      isInFront: false,
      show: () => done.push('show'),
      flash: () => undefined,
      badge: () => undefined,
    } as unknown as Attention,
    profile: null,
    meeting: () => meeting,
    mayName: () => true,
    changed,
    events: {
      tone: (tone) => done.push(tone),
      microphoneAsked: (on) => done.push(`microphone ${String(on)}`),
      leaveAsked: () => done.push('ask'),
      zoom: () => undefined,
    },
  });
  desktop.speak(alertWords);
  await vi.waitFor(() => {
    expect(changed).toHaveBeenCalled();
  });
  const follow = (view: MeetingView): void => {
    meeting = view;
    desktop.follow(view);
  };
  return { follow, handlers: desktopHandlers(desktop) };
}

const hears = (microphone: boolean): MeetingView =>
  insideWith([], [], { self: { ...insideWith().self, microphone } });
const messages = (): string[] => electron.shown.filter(({ isClosed }) => !isClosed).map(({ body }) => body);
const choose = (label: string): void => {
  electron.tray.items.find((item) => item.label === label)?.click?.();
};

describe('the microphone, from outside of the window', () => {
  it('is asked to be turned for each press, and told as the window says that it stands', async () => {
    const { follow, handlers } = await begun();
    // As with a headset that mutes: others hear nothing, and the person has switched it on.
    follow(hears(false));
    for (let press = 0; press < 2; press++) electron.keys.get('F13')?.();
    expect(done).toEqual(['microphone null', 'microphone null']);
    await handlers['microphone:switched']({ on: false, asked: true });
    expect([done.slice(2), messages()]).toEqual([['microphone-off'], ['Microphone off']]);
    await handlers['microphone:switched']({ on: true, asked: true });
    expect([done.slice(3), messages()]).toEqual([['microphone-on'], ['Microphone on']]);
  });

  it('makes no tone for what was switched in the window, nor outside of a meeting', async () => {
    const { follow, handlers } = await begun();
    follow(hears(true));
    electron.keys.get('F13')?.();
    done.length = 0;
    follow(hears(false));
    await handlers['microphone:switched']({ on: false, asked: false });
    follow(nowhere);
    await handlers['microphone:switched']({ on: true, asked: true });
    expect([done, messages()]).toEqual([[], []]);
  });

  it("has the words of the person's own switch in the tray, and does what they say", async () => {
    const { follow, handlers } = await begun();
    follow(hears(false));
    await handlers['microphone:switched']({ on: true, asked: false });
    choose('Mute');
    choose('Unmute');
    await handlers['microphone:switched']({ on: false, asked: false });
    choose('Mute');
    choose('Unmute');
    expect(done).toEqual(['microphone false', 'microphone true']);
  });
});

it('the question whether to leave is asked in the window, once that is in front, and in a meeting only', async () => {
  const { follow, handlers } = await begun();
  await handlers['meeting:ask-to-leave'](undefined);
  expect(done).toEqual([]);
  follow(hears(true));
  await handlers['meeting:ask-to-leave'](undefined);
  expect(done).toEqual(['show', 'ask']);
});
