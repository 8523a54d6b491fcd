/**
 * Keys of a meeting: which there are, how a combination is written, and which may be chosen.
 *
 * `Mod+Alt+Shift+H`, in this order: Mod is ⌘ on a Mac and Ctrl elsewhere. The last part is a Latin letter, a digit, a
 * function key, Space, or `?`.
 */
import { z } from 'zod';

export const shortcutNames = [
  'mute',
  'camera',
  'talk',
  'hand',
  'chat',
  'people',
  'safety',
  'layout',
  'soundOnly',
  'fullScreen',
  'smallWindow',
  'copyInvite',
  'leave',
  'help',
] as const;
export type ShortcutName = (typeof shortcutNames)[number];

export type Shortcuts = Readonly<Record<ShortcutName, string>>;

const COMBINATION = /^(Mod\+)?(Alt\+)?(Shift\+)?([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|\?)$/;
export const combinationSchema = z.string().regex(COMBINATION);

/** What a person chose; every other shortcut is as it comes. */
export const shortcutsSchema = z.partialRecord(z.enum(shortcutNames), combinationSchema);
export type ChosenShortcuts = z.infer<typeof shortcutsSchema>;

const usual: Shortcuts = {
  mute: 'Mod+D',
  camera: 'Mod+E',
  talk: 'Space',
  hand: 'Mod+Shift+H',
  chat: 'Mod+Shift+M',
  people: 'Mod+Shift+P',
  safety: 'Mod+Shift+V',
  layout: 'Mod+Shift+L',
  soundOnly: 'Mod+Shift+S',
  fullScreen: 'F11',
  smallWindow: 'Mod+Shift+O',
  copyInvite: 'Mod+Shift+K',
  leave: 'Mod+Shift+Q',
  help: '?',
};
/** There ⌘⇧Q ends the session of the whole computer, and F11 clears the desktop. */
const usualOnMac: Shortcuts = { ...usual, leave: 'Mod+Shift+E', fullScreen: 'Mod+Shift+F' };

/** Keys that systems, desktops and browsers take for themselves, or that Vigil has for what cannot be changed. */
const KEPT = new Set(
  [
    ['Mod+N', 'Mod+O', 'Mod+P', 'Mod+Q', 'Mod+R', 'Mod+S', 'Mod+T', 'Mod+W', 'Mod+0', 'F1', 'F5', 'F6', 'F7'],
    ['Mod+Shift+N', 'Mod+Shift+R', 'Mod+Shift+T', 'Mod+Shift+W', 'Mod+Shift+I', 'Mod+Shift+J', 'Mod+F4'],
    ['F10', 'Shift+F10', 'F12'],
  ].flat(),
);
const KEPT_ON_MAC = new Set(['Mod+H', 'Mod+M', 'Mod+Shift+Q', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5']);
/** Input methods begin with the first to take a character by its number. */
const KEPT_ELSEWHERE = new Set(['Mod+Shift+U', 'Mod+M', 'Mod+H']);
const EDITS = new Set(['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Y', 'Mod+Z', 'Mod+Shift+Z']);

/**
 * kept: the system, a browser or Vigil has it for something else. edits: it works on text. types: it writes a character.
 * talk-only: Space alone is for talking.
 */
export type CombinationRefusal = 'kept' | 'edits' | 'types' | 'talk-only';

/**
 * Why this combination cannot be one for the whole system, where other programs lack it; null if it can.
 * alone: too many programs have it.
 */
export function refusalEverywhere(combination: string, isMac: boolean): CombinationRefusal | 'alone' | null {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const why = key === 'Space' ? 'kept' : refusalOf('mute', combination, isMac);
  if (why !== null) return why;
  return /^F(1[3-9]|2\d)$/.test(key) || parts.length > 2 ? null : 'alone';
}

/** What all shortcuts are, with those that were chosen. */
export function shortcutsWith(chosen: ChosenShortcuts, isMac: boolean): Shortcuts {
  return { ...(isMac ? usualOnMac : usual), ...chosen };
}

/** Why this combination cannot stand for this shortcut; null if it can. */
export function refusalOf(
  name: ShortcutName,
  combination: string,
  isMac: boolean,
): CombinationRefusal | null {
  const usualOne = (isMac ? usualOnMac : usual)[name];
  if (combination === usualOne) return null;
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const [mod, alt] = [parts.includes('Mod'), parts.includes('Alt')];
  if (EDITS.has(combination)) return 'edits';
  if (KEPT.has(combination) || (isMac ? KEPT_ON_MAC : KEPT_ELSEWHERE).has(combination)) return 'kept';
  if (key === 'Space') return combination !== 'Space' ? 'kept' : name === 'talk' ? null : 'talk-only';
  if (/^F\d+$/.test(key)) return alt ? 'kept' : null;
  // Off a Mac, Ctrl and Alt together are AltGr; on a Mac, Alt alone writes another character.
  if (key === '?' || (isMac ? !mod : mod === alt)) return 'types';
  return null;
}

/** Which other shortcut has this combination already; null if none has. */
export function takenBy(name: ShortcutName, combination: string, all: Shortcuts): ShortcutName | null {
  return shortcutNames.find((other) => other !== name && all[other] === combination) ?? null;
}

/** Whether every one may stand, and none stands for two. */
export function areShortcuts(chosen: ChosenShortcuts, isMac: boolean): boolean {
  const all = shortcutsWith(chosen, isMac);
  const combinations = Object.values(all);
  return (
    new Set(combinations).size === combinations.length &&
    shortcutNames.every((name) => refusalOf(name, all[name], isMac) === null)
  );
}

/** Of what a file says, what can be read and may stand; everything else is as it comes. */
export function readableShortcuts(stored: unknown, isMac: boolean): ChosenShortcuts {
  if (typeof stored !== 'object' || stored === null) return {};
  let chosen: ChosenShortcuts = {};
  for (const name of shortcutNames) {
    const read = combinationSchema.safeParse((stored as Partial<Record<ShortcutName, unknown>>)[name]);
    if (read.success && refusalOf(name, read.data, isMac) === null) chosen[name] = read.data;
  }
  // The usual ones never stand for two: it ends.
  for (;;) {
    const all = shortcutsWith(chosen, isMac);
    const double = shortcutNames.find((name) => name in chosen && takenBy(name, all[name], all) !== null);
    if (double === undefined) return chosen;
    chosen = Object.fromEntries(Object.entries(chosen).filter(([name]) => name !== double));
  }
}
