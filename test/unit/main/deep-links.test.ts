import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { VigilError } from '../../../shared/errors';

const system = Object.assign(new EventEmitter(), {
  isPackaged: false,
  setAsDefaultProtocolClient: vi.fn<(scheme: string) => boolean>(),
});
vi.mock('electron', () => ({ app: system }));
const { DeepLinks, findLink } = await import('../../../main/deep-links');

function started(first: string | null) {
  system.removeAllListeners();
  const links = new DeepLinks(first);
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
  const secondStart = (argv: string[], data: unknown): boolean =>
    system.emit('second-instance', {}, argv, '/', data);
  return { links, opened, refused, vault, windowListens, fromMac, secondStart, shown: () => shown };
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
