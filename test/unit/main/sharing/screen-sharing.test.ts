/** What main lets the window capture, on a computer whose screens and windows the test makes. */
import { describe, expect, it } from 'vitest';
import { ScreenSharing, type ScreenSharingPorts } from '../../../../main/sharing/screen-sharing';
import { systemPicks } from '../../../../main/sharing/system-picker';
import { MAX_SOURCE_NAME, MAX_SOURCES } from '../../../../shared/ipc';

type GetSources = ScreenSharingPorts['capturer']['getSources'];
type DesktopCapturerSource = Awaited<ReturnType<GetSources>>[number];
type SourcesOptions = Parameters<GetSources>[0];
type WebFrameMain = NonNullable<Parameters<ScreenSharingPorts['isOurs']>[0]>;

const source = (id: string, name = 'A window'): DesktopCapturerSource =>
  ({
    id,
    name,
    display_id: '',
    appIcon: null,
    thumbnail: { isEmpty: () => false, toJPEG: () => Buffer.from([1, 2, 3]) },
  }) as unknown as DesktopCapturerSource;

const frameOf = (made: unknown): WebFrameMain => made as WebFrameMain;
const ours = frameOf({ routingId: 1 });

function computer({ system = false, found = [source('screen:0:0'), source('window:7:0')] } = {}) {
  let now = 0;
  const window = {
    isProtected: false,
    getMediaSourceId: () => 'window:5:1',
    setContentProtection: (on: boolean) => {
      window.isProtected = on;
    },
  };
  const asked: SourcesOptions[] = [];
  const drawn: boolean[] = [];
  let look = Promise.resolve();
  const sharing = new ScreenSharing({
    capturer: {
      getSources: (options) => {
        asked.push(options);
        return look.then(() => found);
      },
    },
    windows: () => [window],
    systemPicks: system,
    hidesVigil: true,
    drawnAnew: () => {
      drawn.push(window.isProtected);
      return Promise.resolve();
    },
    isOurs: (frame) => frame === ours,
    steady: () => now,
  });
  sharing.inside(true);
  const answer = (change = {}): ReturnType<ScreenSharing['answer']> =>
    sharing.answer({ frame: ours, videoRequested: true, audioRequested: false, ...change });
  const passes = (milliseconds: number): void => {
    now += milliseconds;
  };
  /** The system takes its time from now on, until this is called. */
  const holdUp = (): (() => void) => {
    let goOn = (): void => undefined;
    look = new Promise((resolve) => (goOn = resolve));
    return () => {
      goOn();
    };
  };
  return { sharing, answer, passes, asked, window, drawn, holdUp };
}

const screen = { video: { id: 'screen:0:0', name: '' } };

describe('the window may capture', () => {
  it('what was chosen of the list, once', async () => {
    const { sharing, answer } = computer();
    await sharing.sources();
    expect(sharing.isExpected).toBe(false);
    sharing.choose('screen:0:0');
    expect(sharing.isExpected).toBe(true);
    expect(await answer()).toEqual(screen);
    expect(sharing.isExpected).toBe(false);
    expect(await answer()).toBeNull();
  });

  it('with one permission for each choice', async () => {
    const { sharing } = computer();
    await sharing.sources();
    expect(sharing.permit()).toBe(false);
    sharing.choose('screen:0:0');
    expect(sharing.permit()).toBe(true);
    expect(sharing.permit()).toBe(false);
    sharing.inside(false);
    sharing.inside(true);
    expect(sharing.permit()).toBe(false);
  });

  it.each<[string, (sharing: ScreenSharing) => void]>([
    ['the dialog was closed', (sharing) => sharing.close()],
    ['the meeting is over', (sharing) => sharing.inside(false)],
    ['the page is gone', (sharing) => sharing.pageLost()],
  ])('nothing that the system answers after %s', async (_, end) => {
    const { sharing, answer, holdUp, window } = computer({ system: true });
    const goOn = holdUp();
    sharing.choose(null);
    const answered = answer();
    end(sharing);
    goOn();
    expect(await answered).toBeNull();
    expect(window.isProtected).toBe(false);
  });

  it('nothing of a list that comes after its dialog was closed', async () => {
    const { sharing, holdUp } = computer();
    const goOn = holdUp();
    const late = sharing.sources();
    sharing.close();
    goOn();
    await late;
    expect(() => {
      sharing.choose('screen:0:0');
    }).toThrow('bad-request');
  });

  it('nothing that was not listed, that was not chosen, or when nothing is asked', async () => {
    const { sharing, answer } = computer();
    expect(await answer()).toBeNull();
    expect(() => {
      sharing.choose('screen:0:0');
    }).toThrow('bad-request');
    await sharing.sources();
    expect(await answer()).toBeNull();
    await sharing.sources();
    for (const id of ['screen:1:0', 'window:5:1', null])
      expect(() => {
        sharing.choose(id);
      }).toThrow('bad-request');
    expect(await answer()).toBeNull();
  });

  it.each([
    { frame: null },
    { frame: frameOf({ routingId: 1 }) },
    { audioRequested: true },
    { videoRequested: false },
  ])('nothing for %j', async (change) => {
    const { sharing, answer } = computer();
    await sharing.sources();
    sharing.choose('screen:0:0');
    expect(await answer(change)).toBeNull();
  });

  it('nothing later, after the dialog was closed, or outside a meeting', async () => {
    const { sharing, answer, passes } = computer();
    await sharing.sources();
    sharing.choose('screen:0:0');
    passes(10_000);
    expect(sharing.isExpected).toBe(false);
    expect(await answer()).toBeNull();
    await sharing.sources();
    sharing.choose('screen:0:0');
    sharing.close();
    expect(await answer()).toBeNull();
    await sharing.sources();
    sharing.choose('screen:0:0');
    sharing.inside(false);
    expect(sharing.isExpected).toBe(false);
    expect(await answer()).toBeNull();
    await expect(sharing.sources()).rejects.toThrow('no-meeting');
    sharing.inside(true);
    expect(await answer()).toBeNull();
  });
});

describe('what there is to share', () => {
  it('has none of the own windows, names that are cut, and no end', async () => {
    const many = Array.from({ length: MAX_SOURCES + 5 }, (_, index) =>
      source(`window:${String(index + 100)}:0`),
    );
    const found = [
      source('window:5:1', 'Vigil'),
      source('window:6:1', 'Vigil, small'),
      source('window:x:0'),
      source('tab:1:0'),
      ...many,
      source('screen:0:0', 'x'.repeat(500)),
    ];
    const { sharing } = computer({ found });
    const listed = await sharing.sources();
    if (listed.way !== 'list') throw new Error('no list');
    expect(listed.sources).toHaveLength(MAX_SOURCES + 1);
    expect(listed.sources[0]).toMatchObject({ source: 'screen', name: 'x'.repeat(MAX_SOURCE_NAME) });
    expect(listed.sources.map(({ id }) => id)).not.toContain('window:5:1');
    expect(listed.sources.map(({ id }) => id)).not.toContain('window:6:1');
  });

  it('is not looked at where the system asks by itself', async () => {
    const { sharing, answer, asked } = computer({ system: true });
    expect(await sharing.sources()).toEqual({ way: 'system', hidesVigil: true });
    expect(asked).toEqual([]);
    expect(() => {
      sharing.choose('screen:0:0');
    }).toThrow('bad-request');
    sharing.choose(null);
    expect(await answer()).toEqual(screen);
    expect(await answer()).toBeNull();
  });

  it('is nothing where the person closes the dialog of the system', async () => {
    const { sharing, answer } = computer({ system: true, found: [] });
    sharing.choose(null);
    expect(await answer()).toBeNull();
  });

  it.each([
    ['darwin', '23.6.0', {}, false],
    ['darwin', '24.0.0', {}, true],
    ['win32', '10.0.26100', { WAYLAND_DISPLAY: 'x' }, false],
    ['linux', '6.1.0', {}, false],
    ['linux', '6.1.0', { XDG_SESSION_TYPE: 'wayland' }, false],
    ['linux', '6.1.0', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' }, true],
  ] as const)('is asked for by the system on %s %s %j: %s', (platform, release, environment, picks) => {
    expect(systemPicks(platform, release, environment)).toBe(picks);
  });
});

describe("Vigil's own windows", () => {
  it('are kept out of a screen from before it is captured until it is no longer shared', async () => {
    const { sharing, answer, window } = computer();
    await sharing.sources();
    expect(window.isProtected).toBe(false);
    sharing.choose('screen:0:0');
    expect(window.isProtected).toBe(true);
    await answer();
    // The microphone was switched meanwhile.
    sharing.shared(null);
    expect(window.isProtected).toBe(true);
    sharing.shared({ source: 'screen', paused: false });
    expect(window.isProtected).toBe(true);
    sharing.shared({ source: 'screen', paused: true });
    expect(window.isProtected).toBe(true);
    sharing.shared(null);
    expect(window.isProtected).toBe(false);
  });

  it('are out of what the system shows before the first picture is taken', async () => {
    const { sharing, answer, drawn } = computer();
    await sharing.sources();
    sharing.choose('window:7:0');
    await answer();
    expect(drawn).toEqual([]);
    await sharing.sources();
    sharing.choose('screen:0:0');
    await answer();
    expect(drawn).toEqual([true]);
  });

  it('are kept out of all that the system chose, whatever the page says that it is', async () => {
    const { sharing, answer, window } = computer({ system: true });
    sharing.choose(null);
    await answer();
    sharing.shared({ source: 'window', paused: false });
    expect(window.isProtected).toBe(true);
    sharing.shared({ source: 'window', paused: true });
    expect(window.isProtected).toBe(true);
    sharing.shared(null);
    expect(window.isProtected).toBe(false);
  });

  it('are left alone by what a page says outside a meeting', () => {
    const { sharing, window } = computer();
    sharing.inside(false);
    sharing.shared({ source: 'screen', paused: false });
    expect(window.isProtected).toBe(false);
  });

  it('are left alone while another window is shared, and after the meeting', async () => {
    const { sharing, window } = computer();
    await sharing.sources();
    sharing.choose('window:7:0');
    sharing.shared({ source: 'window', paused: false });
    expect(window.isProtected).toBe(false);
    sharing.shared({ source: 'screen', paused: false });
    sharing.inside(false);
    expect(window.isProtected).toBe(false);
    sharing.inside(true);
    sharing.shared({ source: 'screen', paused: false });
    expect(window.isProtected).toBe(true);
    sharing.pageLost();
    expect(window.isProtected).toBe(false);
  });
});
