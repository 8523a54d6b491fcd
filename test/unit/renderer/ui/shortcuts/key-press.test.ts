import { describe, expect, it } from 'vitest';
import { combinationOf, type Press } from '../../../../../renderer/ui/shortcuts/key-press';
import { ariaKeys, keysInText } from '../../../../../renderer/ui/shortcuts/shown-keys';
import { pressedShortcut } from '../../../../../renderer/ui/shortcuts/pressed-shortcut';
import { shortcutsWith } from '../../../../../shared/ipc';

type Held = Partial<Pick<Press, 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>> & { altGraph?: boolean };

const press = (key: string, code: string, { altGraph = false, ...held }: Held = {}): Press => ({
  ...{ key, code, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...held,
  getModifierState: (name) => altGraph && name === 'AltGraph',
});
const ctrl = { ctrlKey: true };

describe('a key', () => {
  it.each([
    ['QWERTY', press('d', 'KeyD', ctrl), 'Mod+D'],
    ['AZERTY, where A is at the place of Q', press('a', 'KeyQ', ctrl), 'Mod+A'],
    ['Dvorak, where D is at the place of H', press('d', 'KeyH', ctrl), 'Mod+D'],
    ['Russian', press('в', 'KeyD', ctrl), 'Mod+D'],
    ['Persian', press('ی', 'KeyD', ctrl), 'Mod+D'],
    ['Caps Lock', press('D', 'KeyD', ctrl), 'Mod+D'],
    ['AZERTY, where digits need Shift', press('&', 'Digit1', ctrl), 'Mod+1'],
    ['Space', press(' ', 'Space'), 'Space'],
    ['a key for calls of a large keyboard', press('F13', 'F13'), 'F13'],
    ['a question mark', press('?', 'Slash', { shiftKey: true }), '?'],
    ['a Persian question mark', press('؟', 'Slash', { shiftKey: true }), '?'],
  ])('of a keyboard: %s', (_keyboard, pressed, combination) => {
    expect(combinationOf(pressed, false)).toBe(combination);
  });

  it.each([
    ['AltGr', press('đ', 'KeyD', { ctrlKey: true, altKey: true, altGraph: true })],
    ['the Windows key', press('d', 'KeyD', { metaKey: true, ctrlKey: true })],
    ['a sign', press('ü', 'BracketLeft', ctrl)],
    ['while composing', press('Process', '', ctrl)],
    ['a modifier alone', press('Control', 'ControlLeft', ctrl)],
  ])('that is none: %s', (_what, pressed) => {
    expect(combinationOf(pressed, false)).toBeNull();
  });

  it('is held with ⌘ on a Mac, where Ctrl is for something else', () => {
    expect(combinationOf(press('d', 'KeyD', { metaKey: true }), true)).toBe('Mod+D');
    expect(combinationOf(press('d', 'KeyD', ctrl), true)).toBeNull();
    expect(combinationOf(press('∂', 'KeyD', { metaKey: true, altKey: true }), true)).toBe('Mod+Alt+D');
  });
});

describe('a shortcut', () => {
  const keys = shortcutsWith({ hand: 'F9', people: 'Alt+P' }, false);
  const at = (isWriting: boolean) => ({ isMac: false, isWriting });

  it('is what was chosen, and no longer what it was', () => {
    expect(pressedShortcut(press('F9', 'F9'), keys, at(false))).toBe('hand');
    expect(
      pressedShortcut(press('h', 'KeyH', { ctrlKey: true, shiftKey: true }), keys, at(false)),
    ).toBeNull();
  });

  it('is no character that somebody writes', () => {
    const question = press('?', 'Slash', { shiftKey: true });
    expect(pressedShortcut(question, keys, at(true))).toBeNull();
    expect(pressedShortcut(question, keys, at(false))).toBe('help');
    expect(pressedShortcut(press('d', 'KeyD', ctrl), keys, at(true))).toBe('mute');
  });

  it('leaves talking to what is held', () => {
    expect(pressedShortcut(press(' ', 'Space'), keys, at(false))).toBeNull();
  });
});

describe('keys are shown', () => {
  const t = ((key: string) =>
    ({ 'common:keys.control': 'Ctrl', 'common:keys.shift': 'Shift' })[key]) as never;

  it('as the system writes them, from left to right', () => {
    expect(keysInText(t, 'Mod+Shift+H', false)).toBe('\u2066Ctrl+Shift+H\u2069');
    expect(keysInText(t, 'Mod+Alt+Shift+H', true)).toBe('\u2066⌥⇧⌘H\u2069');
    expect([ariaKeys('Mod+Shift+H', false), ariaKeys('Mod+D', true)]).toEqual(['Control+Shift+H', 'Meta+D']);
  });
});
