/** The shortcuts as they are now, for whatever names one. */
import { useTranslation } from 'react-i18next';
import { shortcutsWith, type ShortcutName, type Shortcuts } from '../../state/contract';
import { useSelected } from '../context';
import { isMac } from './is-mac';
import { ariaKeys, keysInText } from './shown-keys';

export function useKeys(): Shortcuts {
  return shortcutsWith(useSelected(({ app }) => app?.settings.shortcuts) ?? {}, isMac);
}

interface KeyHint {
  /** Words with the keys behind them. */
  titled: (words: string) => string;
  aria: string | undefined;
}

/** For a tooltip, and for those who read the screen by ear. */
export function useKeyHint(name: ShortcutName | undefined): KeyHint {
  const { t } = useTranslation();
  const keys = useKeys();
  if (name === undefined) return { titled: (words) => words, aria: undefined };
  return {
    titled: (words) => `${words} (${keysInText(t, keys[name], isMac)})`,
    aria: ariaKeys(keys[name], isMac),
  };
}
