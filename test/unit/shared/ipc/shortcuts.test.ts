import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areShortcuts,
  combinationSchema,
  readableShortcuts,
  refusalOf,
  settingsRequests,
  shortcutNames,
  shortcutsWith,
  takenBy,
} from '../../../../shared/ipc';

const systems = [true, false];

describe('the keys as they come', () => {
  it.each(systems)('can all be chosen, and none stands for two (Mac: %s)', (isMac) => {
    expect(areShortcuts({}, isMac)).toBe(true);
    for (const combination of Object.values(shortcutsWith({}, isMac)))
      expect(combinationSchema.safeParse(combination).success).toBe(true);
  });

  it('end no session on a Mac', () => {
    expect(Object.values(shortcutsWith({}, true))).not.toContain('Mod+Shift+Q');
  });
});

describe('a combination is refused', () => {
  it.each([
    ['Mod+W', 'kept'],
    ['Shift+F10', 'kept'],
    ['Alt+F4', 'kept'],
    ['Mod+Space', 'kept'],
    ['Mod+C', 'edits'],
    ['Mod+Shift+Z', 'edits'],
    ['M', 'types'],
    ['Shift+M', 'types'],
    ['?', 'types'],
    ['Space', 'talk-only'],
  ] as const)('%s: %s', (combination, why) => {
    for (const isMac of systems) expect(refusalOf('mute', combination, isMac)).toBe(why);
  });

  it('where it is AltGr, and on a Mac where it writes another character', () => {
    expect(refusalOf('mute', 'Mod+Alt+M', false)).toBe('types');
    expect(refusalOf('mute', 'Mod+Alt+M', true)).toBeNull();
    expect(refusalOf('mute', 'Alt+M', true)).toBe('types');
    expect(refusalOf('mute', 'Alt+M', false)).toBeNull();
  });

  it('when another shortcut has it', () => {
    const all = shortcutsWith({ chat: 'F9' }, false);
    expect(takenBy('mute', 'F9', all)).toBe('chat');
    expect(takenBy('chat', 'F9', all)).toBeNull();
    expect(areShortcuts({ chat: 'F9', mute: 'F9' }, false)).toBe(false);
    expect(areShortcuts({ mute: 'Mod+E' }, false)).toBe(false);
    expect(areShortcuts({ mute: 'Mod+E', camera: 'Mod+D' }, false)).toBe(true);
  });
});

describe('a request', () => {
  it.each([
    { mute: 'Ctrl+M' },
    { mute: 'Shift+Mod+M' },
    { mute: 'Mod+M\n' },
    { mute: 'F25' },
    { mute: 7 },
    { shout: 'F9' },
    'F9',
  ])('is no change of shortcuts: %j', (shortcuts) => {
    expect(settingsRequests['settings:save'].safeParse({ shortcuts }).success).toBe(false);
  });
});

describe('of what a file says', () => {
  it('what can be read stays, and all else is as it comes', () => {
    const stored = { mute: 'F9', camera: 'Mod+W', hand: '', chat: 5, shout: 'F8', leave: 'Mod+Shift+X' };
    expect(readableShortcuts(stored, false)).toEqual({ mute: 'F9', leave: 'Mod+Shift+X' });
    for (const none of [null, undefined, 4, 'F9', []]) expect(readableShortcuts(none, false)).toEqual({});
  });

  it('nothing stands for two', () => {
    expect(readableShortcuts({ mute: 'F9', chat: 'F9' }, false)).toEqual({ chat: 'F9' });
    expect(readableShortcuts({ mute: 'Mod+E' }, false)).toEqual({});
    const swapped = { mute: 'Mod+E', camera: 'Mod+D' };
    expect(readableShortcuts(swapped, false)).toEqual(swapped);
  });

  it('comes always what may stand', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...shortcutNames),
      fc.oneof(fc.anything(), fc.constantFrom('F9', 'F8', ...Object.values(shortcutsWith({}, false)))),
    );
    fc.assert(
      fc.property(anything, fc.boolean(), (stored, isMac) =>
        areShortcuts(readableShortcuts(stored, isMac), isMac),
      ),
    );
  });
});
