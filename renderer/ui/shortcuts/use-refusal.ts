/** Why keys cannot be had, in one sentence. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinationRefusal, ShortcutName } from '../../state/contract';
import { isMac } from './is-mac';
import { shortcutWords } from './shortcut-words';
import { keysInText } from './shown-keys';

export type KeysRefused =
  | { why: CombinationRefusal | 'alone'; combination: string }
  | { why: 'taken'; combination: string; other: ShortcutName | 'muteEverywhere' }
  /** No key that a shortcut can have, and: main did not keep it. */
  | { why: 'unknown' | 'not-kept' };

/** @returns the sentence, empty if nothing was refused, and how to say another. */
export function useRefusal(): [string, (refused: KeysRefused | null) => void] {
  const { t } = useTranslation();
  const [refused, setRefused] = useState<KeysRefused | null>(null);
  return [words(), setRefused];

  function words(): string {
    if (refused === null) return '';
    if (!('combination' in refused)) return t(`shortcuts:refused.${refused.why}`);
    const keys = keysInText(t, refused.combination, isMac);
    if (refused.why === 'taken')
      return t('shortcuts:refused.taken', { keys, action: t(wordsOf(refused.other)) });
    if (refused.why === 'types')
      return t('shortcuts:refused.types', { keys, held: isMac ? '⌘' : t('common:keys.control') });
    return t(`shortcuts:refused.${refused.why}`, { keys });
  }
}

function wordsOf(name: ShortcutName | 'muteEverywhere') {
  return name === 'muteEverywhere' ? 'shortcuts:everywhere' : shortcutWords[name];
}
