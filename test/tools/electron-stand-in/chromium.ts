/** Which Chromium to run, with which switches. */
import { accessSync, constants, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Switches } from './command-line';

type Environment = Readonly<Record<string, string | undefined>>;

/** Debian's real binary comes first: its /usr/bin/chromium is a script that adds switches of its own. */
const usualPlaces = ['/usr/lib/chromium/chromium', '/usr/bin/chromium'];
const usualNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Its message is all that the user needs to be told. */
export class NoChromium extends Error {}

/** Throws NoChromium when there is none. */
export function findChromium(environment: Environment, exists = isExecutable): string {
  const chosen = environment['VIGIL_STAND_IN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (exists(chosen)) return chosen;
    throw new NoChromium(`VIGIL_STAND_IN_CHROMIUM names no program: ${chosen}`);
  }
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = usualNames.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  const found = [...usualPlaces, ...onPath].find((file) => exists(file));
  if (found !== undefined) return found;
  throw new NoChromium('No Chromium found: install it, or name its program in VIGIL_STAND_IN_CHROMIUM.');
}

export function isHeadless(environment: Environment, platform = process.platform): boolean {
  if (environment['VIGIL_HEADLESS'] === '1') return true;
  const hasDisplay = (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
  return platform === 'linux' && !hasDisplay;
}

/** Pages that a browser keeps ready for its address bar: a third of what it takes to start one. */
const barPages = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** A browser's own services, which Electron does not have either. */
const always: readonly (readonly [name: string, value: string])[] = [
  ['no-startup-window', ''],
  ['no-first-run', ''],
  ['no-default-browser-check', ''],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-default-apps', ''],
  ['disable-domain-reliability', ''],
  ['disable-extensions', ''],
  ['disable-search-engine-choice-screen', ''],
  ['disable-sync', ''],
  ['disable-infobars', ''],
  ['hide-crash-restore-bubble', ''],
  ['password-store', 'basic'],
  [
    'disable-features',
    ['Translate', 'MediaRouter', 'OptimizationHints', 'NetworkTimeServiceQuerying', ...barPages].join(','),
  ],
  // Electron lets a window play at once; so must this.
  ['autoplay-policy', 'no-user-gesture-required'],
];

interface ArgumentOptions {
  readonly profile: string;
  readonly headless: boolean;
  readonly isRoot: boolean;
}

/** The app's switches and what the stand-in needs. A switch that the app gave stays as it is. */
export function chromiumArguments(given: Switches, options: ArgumentOptions): string[] {
  // A copy: the app goes on asking for what it was given.
  const switches = given.clone();
  const isList = (name: string): boolean => name === 'disable-features';
  for (const [name, value] of always) {
    if (isList(name) || !switches.hasSwitch(name)) switches.appendSwitch(name, value);
  }
  if (options.headless) {
    switches.appendSwitch('headless');
    switches.appendSwitch('disable-gpu');
    switches.appendSwitch('auto-accept-this-tab-capture');
  } else if (!switches.hasSwitch('auto-select-desktop-capture-source')) {
    // The app's handler has decided already; Chromium's own question would come on top.
    switches.appendSwitch('auto-select-desktop-capture-source', 'Entire screen');
  }
  // Chromium refuses to run its sandbox as root.
  if (options.isRoot) switches.appendSwitch('no-sandbox');
  switches.removeSwitch('user-data-dir');
  return [...switches.toArguments(), `--user-data-dir=${options.profile}`, '--remote-debugging-pipe'];
}

const PROFILE_WAIT_MS = 5_000;

/**
 * A Chromium whose host was killed needs a moment to leave. Started before that, a second one on the same
 * profile would hand its window over to the dying one and exit.
 */
export async function profileIsFree(profile: string): Promise<void> {
  const end = Date.now() + PROFILE_WAIT_MS;
  while (Date.now() < end) {
    if (!isHeld(path.join(profile, 'SingletonLock'))) return;
    await delay(50);
  }
  throw new Error(`Another Chromium still uses ${profile}`);
}

function isHeld(lock: string): boolean {
  try {
    const pid = Number(readlinkSync(lock).split('-').at(-1));
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Of util-linux, which every Debian has. */
const SETPRIV = '/usr/bin/setpriv';

/**
 * As root, Chromium would put sound and drawing before all else on the computer, and on a busy one its pages would
 * hardly run; for a person it may not, nor here.
 */
export function withUsualPriority(
  program: string,
  args: readonly string[],
  isRoot = process.getuid?.() === 0,
  exists = isExecutable,
): [program: string, args: readonly string[]] {
  if (!isRoot || !exists(SETPRIV)) return [program, args];
  return [SETPRIV, ['--inh-caps=-sys_nice', '--bounding-set=-sys_nice', program, ...args]];
}
