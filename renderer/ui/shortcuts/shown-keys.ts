/** How a combination is shown, key by key, and how screen readers are told of it. */
import type { TFunction } from 'i18next';

const signsOnMac: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
/** As the system itself writes them there. */
const orderOnMac = ['Alt', 'Shift', 'Mod'];

export function keyParts(t: TFunction, combination: string, isMac: boolean): string[] {
  const parts = combination.split('+');
  const key = parts.pop() ?? '';
  const held = isMac ? orderOnMac.filter((part) => parts.includes(part)) : parts;
  return [...held, key].map((part) => (isMac ? signsOnMac[part] : undefined) ?? wordOf(t, part));
}

/** In one line, from left to right in any language. */
export function keysInText(t: TFunction, combination: string, isMac: boolean): string {
  return `\u2066${keyParts(t, combination, isMac).join(isMac ? '' : '+')}\u2069`;
}

/** For aria-keyshortcuts (WAI-ARIA 1.2). */
export function ariaKeys(combination: string, isMac: boolean): string {
  return combination.replace('Mod', isMac ? 'Meta' : 'Control');
}

function wordOf(t: TFunction, part: string): string {
  if (part === 'Mod') return t('common:keys.control');
  if (part === 'Shift') return t('common:keys.shift');
  return part === 'Space' ? t('seeing:keys.space') : part;
}
