import { expect, test } from 'vitest';
import {
  chromiumArguments,
  findChromium,
  isHeadless,
  withUsualPriority,
} from '../../../tools/electron-stand-in/chromium';
import { Switches } from '../../../tools/electron-stand-in/command-line';

const only =
  (...files: string[]) =>
  (file: string): boolean =>
    files.includes(file);

test('finds the real binary first, then the script, then what is on the path', () => {
  const environment = { PATH: '/opt/a:/opt/b' };
  expect(findChromium(environment, () => true)).toBe('/usr/lib/chromium/chromium');
  expect(findChromium(environment, only('/usr/bin/chromium', '/opt/a/chromium'))).toBe('/usr/bin/chromium');
  expect(findChromium(environment, only('/opt/b/google-chrome'))).toBe('/opt/b/google-chrome');
});

test('takes the chosen program, and says so when it is missing', () => {
  const environment = { VIGIL_STAND_IN_CHROMIUM: '/lab/chromium-in-home' };
  expect(findChromium(environment, () => true)).toBe('/lab/chromium-in-home');
  expect(() => findChromium(environment, () => false)).toThrow(/names no program: \/lab\/chromium-in-home/);
});

test('says in one sentence that there is no Chromium', () => {
  expect(() => findChromium({}, () => false)).toThrow(/^No Chromium found: [^.]*\.$/);
});

test('is headless without a display, or when told', () => {
  expect(isHeadless({}, 'linux')).toBe(true);
  expect(isHeadless({ DISPLAY: ':0' }, 'linux')).toBe(false);
  expect(isHeadless({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false);
  expect(isHeadless({ DISPLAY: ':0', VIGIL_HEADLESS: '1' }, 'linux')).toBe(true);
  expect(isHeadless({}, 'darwin')).toBe(false);
});

test('the app keeps its own switches, and its features add to the stand-in’s', () => {
  const switches = new Switches([
    ['autoplay-policy', 'user-gesture-required'],
    ['disable-features', 'WebRtcHideLocalIpsWithMdns'],
    ['user-data-dir', '/app/data'],
  ]);
  const args = chromiumArguments(switches, { profile: '/app/data/profile', headless: true, isRoot: false });
  expect(args).toContain('--autoplay-policy=user-gesture-required');
  expect(args.filter((argument) => argument.startsWith('--user-data-dir'))).toEqual([
    '--user-data-dir=/app/data/profile',
  ]);
  expect(args.find((argument) => argument.startsWith('--disable-features='))).toMatch(
    /^--disable-features=WebRtcHideLocalIpsWithMdns,/,
  );
  expect(args).toContain('--headless');
  expect(args).not.toContain('--no-sandbox');
});

test('nothing makes Chromium grant media by itself', () => {
  const args = chromiumArguments(new Switches(), { profile: '/p', headless: true, isRoot: true });
  expect(args).toContain('--no-sandbox');
  expect(args.join(' ')).not.toContain('use-fake-ui-for-media-stream');
});

test('runs at the priority that it has for a person, also as root', () => {
  const args = ['--headless'];
  expect(withUsualPriority('/lab/chromium', args, false, () => true)).toEqual(['/lab/chromium', args]);
  expect(withUsualPriority('/lab/chromium', args, true, () => false)).toEqual(['/lab/chromium', args]);
  const [program, given] = withUsualPriority('/lab/chromium', args, true, () => true);
  expect(program).toBe('/usr/bin/setpriv');
  expect(given).toContain('--bounding-set=-sys_nice');
  expect(given.slice(-2)).toEqual(['/lab/chromium', '--headless']);
});
