/**
 * What somebody presses, as shortcuts are written. Letters go by what the keyboard types, so that Ctrl+A is where it
 * says A; on one that types no Latin letters, by the place that they have on others. Digits go by their place, since
 * some keyboards type them with Shift alone.
 */

export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

/** Null for a press that no shortcut can be. */
export function combinationOf(press: Press, isMac: boolean): string | null {
  const key = keyOf(press);
  const isForeign = isMac ? press.ctrlKey : press.metaKey;
  if (key === null || isForeign || press.getModifierState('AltGraph')) return null;
  const mod = (isMac ? press.metaKey : press.ctrlKey) && 'Mod';
  // Keyboards differ in whether the sign needs it.
  const shift = press.shiftKey && key !== '?' && 'Shift';
  return [mod, press.altKey && 'Alt', shift, key].filter((part) => part !== false).join('+');
}

/** The last part of a combination. */
export function keyOf({ key, code }: Pick<Press, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // As Arabic, Persian and Chinese keyboards write it.
  if (/^[?؟？]$/.test(key)) return '?';
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  if (code === 'Space') return code;
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  return letter ?? digit ?? null;
}

/** Held while something else is pressed; pressed alone it is no shortcut. */
export function isModifier({ key }: Pick<Press, 'key'>): boolean {
  return ['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'OS', 'CapsLock', 'NumLock', 'Fn'].includes(key);
}

/** Without Ctrl, ⌘ or Alt it is a part of what somebody writes. */
export function writes(combination: string): boolean {
  return /^(Shift\+)?([A-Z0-9]|Space|\?)$/.test(combination);
}
