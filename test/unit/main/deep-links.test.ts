import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { VigilError } from '../../../shared/errors';

const system = Object.assign(new EventEmitter(), {
  isPackaged: false,
  getPath: () => '/nowhere',
  setAsDefaultProtocolClient: vi.fn<(scheme: string) => boolean>(),
});
vi.mock('electron', () => ({ app: system }));
const ensureDesktopEntry = vi.fn(() => true);
vi.mock('../../../main/desktop-entry', () => ({ ensureDesktopEntry }));
const { DeepLinks, findLink } = await import('../../../main/deep-links');

function started(first: string | null, file: string | null = null) {
  system.removeAllListeners();
  const links = new DeepLinks(first, file);
  let shown = 0;
  links.receive(() => {
    shown += 1;
  });
  const opened: string[] = [];
  const refused: string[] = [];
  const vault = { isLocked: false };
  const windowListens = (): void => {
    links.deliverTo({
      isLocked: () => vault.isLocked,
      open: (link) => {
        if (link.endsWith('bad')) throw new VigilError('link-altered');
        if (link.endsWith('worse')) throw new RangeError('no code');
        opened.push(link);
      },
      refused: (code) => refused.push(code),
    });
  };
  const fromMac = (link: string): boolean => system.emit('open-url', { preventDefault: vi.fn() }, link);
  const secondStart = (argv: string[], data: unknown, folder = '/'): boolean =>
    system.emit('second-instance', {}, argv, folder, data);
  const fileFromMac = (name: string): boolean => system.emit('open-file', { preventDefault: vi.fn() }, name);
  return {
    links,
    opened,
    refused,
    vault,
    windowListens,
    fromMac,
    fileFromMac,
    secondStart,
    shown: () => shown,
  };
}

describe('a link on the command line', () => {
  it('is found in both spellings and nowhere else', () => {
    expect(findLink(['vigil', '.', 'vigil://join/x'])).toBe('vigil://join/x');
    expect(findLink(['vigil', 'HTTPS://example.org/join#x'])).toBe('HTTPS://example.org/join#x');
    expect(findLink(['vigil', 'http://abc.onion/#x'])).toBe('http://abc.onion/#x');
    expect(findLink(['vigil', '--relay=wss://a', 'https://example.org/'])).toBeNull();
  });
});

describe('the system', () => {
  it.each([
    ['open-here', true, true],
    ['refused', true, false],
    ['not-asked', false, true],
  ])(
    'is asked for clicks on links by a package alone, and its answer is known: %s',
    (told, isPackaged, yes) => {
      system.isPackaged = isPackaged;
      system.setAsDefaultProtocolClient.mockReset().mockReturnValue(yes);
      const { links } = started(null);
      system.isPackaged = false;
      expect(links.clicks).toBe(told);
      expect(system.setAsDefaultProtocolClient.mock.calls).toEqual(isPackaged ? [['vigil']] : []);
    },
  );
});

it('clicks are not said to lead here where the desktop knows no entry', () => {
  system.isPackaged = true;
  system.setAsDefaultProtocolClient.mockReset().mockReturnValue(true);
  ensureDesktopEntry.mockReturnValueOnce(false);
  const { links } = started(null);
  system.isPackaged = false;
  expect(links.clicks).toBe('refused');
});

describe('a link from the system', () => {
  it('that the app was started with waits for the window, and is opened once', async () => {
    const { links, opened, windowListens } = started('vigil:first');
    expect(links.undelivered).toBe('vigil:first');
    windowListens();
    expect(opened).toEqual([]);
    await turn();
    windowListens();
    await turn();
    expect(opened).toEqual(['vigil:first']);
    expect(links.undelivered).toBeNull();
  });

  it('that comes while everything starts takes the place of the one before', async () => {
    const { opened, fromMac, windowListens } = started('vigil:first');
    fromMac('vigil:second');
    windowListens();
    await turn();
    expect(opened).toEqual(['vigil:second']);
  });

  it('waits while the vault is locked, also where it was locked before the turn came', async () => {
    const { opened, vault, fromMac, windowListens } = started(null);
    windowListens();
    vault.isLocked = true;
    fromMac('vigil:one');
    expect(opened).toEqual([]);
    windowListens();
    await turn();
    expect(opened).toEqual([]);
    vault.isLocked = false;
    windowListens();
    await turn();
    expect(opened).toEqual(['vigil:one']);
  });

  it('comes by a second start, as an argument or beside the arguments, and brings the window up', () => {
    const { opened, secondStart, windowListens, shown } = started(null);
    windowListens();
    secondStart(['vigil', 'vigil:argument'], { link: 'vigil:beside' });
    secondStart(['vigil'], { link: 'vigil:beside' });
    secondStart(['vigil'], { link: 7 });
    secondStart(['vigil'], null);
    expect(opened).toEqual(['vigil:argument', 'vigil:beside']);
    expect(shown()).toBe(4);
  });

  it('that leads nowhere is refused by its code', () => {
    const { refused, fromMac, windowListens } = started(null);
    windowListens();
    fromMac('vigil:bad');
    fromMac('vigil:worse');
    expect(refused).toEqual(['link-altered', 'internal']);
  });
});

describe('an invite file from the system', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vigil-links-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  const fileWith = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), `${text}\n`);
    return path.join(folder, name);
  };

  it('that the app was started with is opened as its link would be, and handed to nobody as a link', async () => {
    const { links, opened, windowListens } = started(null, fileWith('first.vigil', 'vigil:first'));
    expect(links.undelivered).toBeNull();
    windowListens();
    await vi.waitFor(() => {
      expect(opened).toEqual(['vigil:first']);
    });
  });

  it('comes by a second start, from the folder where it was typed, or by the event of macOS', async () => {
    const { opened, secondStart, fileFromMac, windowListens, shown } = started(null);
    windowListens();
    fileWith('second.vigil', 'vigil:second');
    secondStart(['vigil', 'second.vigil'], null, folder);
    await vi.waitFor(() => {
      expect(opened).toEqual(['vigil:second']);
    });
    fileFromMac(fileWith('third.vigil', 'vigil:third'));
    await vi.waitFor(() => {
      expect(opened).toEqual(['vigil:second', 'vigil:third']);
    });
    expect(shown()).toBe(2);
  });

  it('waits while the vault is locked, and gives way to what comes after it', async () => {
    const { opened, vault, fileFromMac, fromMac, windowListens } = started(null);
    windowListens();
    vault.isLocked = true;
    fileFromMac(fileWith('fourth.vigil', 'vigil:fourth'));
    vault.isLocked = false;
    windowListens();
    await vi.waitFor(() => {
      expect(opened).toEqual(['vigil:fourth']);
    });
    fileFromMac(fileWith('fifth.vigil', 'vigil:fifth'));
    fromMac('vigil:sixth');
    fileFromMac(fileWith('seventh.vigil', 'vigil:seventh'));
    await vi.waitFor(() => {
      expect(opened).toEqual(['vigil:fourth', 'vigil:sixth', 'vigil:seventh']);
    });
  });

  it('that cannot be read, or whose link leads nowhere, is refused by its code', async () => {
    const { refused, fileFromMac, windowListens } = started(null);
    windowListens();
    fileFromMac(path.join(folder, 'missing.vigil'));
    await vi.waitFor(() => {
      expect(refused).toEqual(['link-not-vigil']);
    });
    fileFromMac(fileWith('eighth.vigil', 'vigil:bad'));
    await vi.waitFor(() => {
      expect(refused).toEqual(['link-not-vigil', 'link-altered']);
    });
  });
});
