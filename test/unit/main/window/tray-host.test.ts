import { expect, it } from 'vitest';
import { hasTrayHost } from '../../../../main/window/tray-host';

const reply = (word: string): string =>
  `method return time=1.2 sender=org.freedesktop.DBus\n   boolean ${word}\n`;

it.each([
  ['shows symbols', () => Promise.resolve(reply('true')), true],
  ['shows none, as GNOME', () => Promise.resolve(reply('false')), false],
  ['says something else', () => Promise.resolve('boolean trueish'), false],
  ['has no bus, or no program to ask it', () => Promise.reject(new Error('no session bus')), false],
])('on Linux, a desktop that %s', async (_what, ask, isThere) => {
  expect(await hasTrayHost('linux', ask)).toBe(isThere);
});

it.each(['win32', 'darwin'] as const)('on %s there is one, and nobody is asked', async (platform) => {
  expect(await hasTrayHost(platform, () => Promise.reject(new Error('asked')))).toBe(true);
});
