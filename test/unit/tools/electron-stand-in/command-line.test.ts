import { expect, test } from 'vitest';
import { parseArguments, Switches } from '../../../tools/electron-stand-in/command-line';

test('reads what a test driver passes', () => {
  const invocation = parseArguments([
    '-r',
    '/driver/loader.js',
    '--no-sandbox',
    '--inspect=0',
    '--remote-debugging-port=0',
    'app/folder',
    '--user-data-dir=/tmp/a b',
    'vigil://join/1#s=x',
  ]);
  expect(invocation.preloads).toEqual(['/driver/loader.js']);
  expect(invocation.appPath).toBe('app/folder');
  expect([...invocation.switches]).toEqual([
    ['no-sandbox', ''],
    ['remote-debugging-port', '0'],
    ['user-data-dir', '/tmp/a b'],
  ]);
});

test('keeps a value that itself holds an equals sign', () => {
  const { switches } = parseArguments(['--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE a=b']);
  expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND , EXCLUDE a=b');
});

test('takes nothing behind a double dash for a switch', () => {
  const invocation = parseArguments(['--', '--not-a-switch']);
  expect(invocation.switches.size).toBe(0);
  expect(invocation.appPath).toBe('--not-a-switch');
});

test('has no app path when there are only switches', () => {
  expect(parseArguments(['--lang=de']).appPath).toBeUndefined();
});

test('adds to lists of features and replaces everything else', () => {
  const switches = new Switches([['disable-features', 'A']]);
  switches.appendSwitch('disable-features', 'B,C');
  switches.appendSwitch('--lang', 'de');
  switches.appendSwitch('lang', 'fr');
  switches.appendArgument('--mute-audio');
  expect(switches.toArguments()).toEqual(['--disable-features=A,B,C', '--lang=fr', '--mute-audio']);
});

test('answers for a switch as Electron does', () => {
  const switches = new Switches([['lang', 'de']]);
  expect([switches.hasSwitch('lang'), switches.getSwitchValue('lang')]).toEqual([true, 'de']);
  switches.removeSwitch('lang');
  expect([switches.hasSwitch('lang'), switches.getSwitchValue('lang')]).toEqual([false, '']);
});
