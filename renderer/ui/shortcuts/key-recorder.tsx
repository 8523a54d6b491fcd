import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { isMac } from './is-mac';
import { combinationOf, isModifier } from './key-press';

interface KeyRecorderProps {
  label: string;
  describedBy: string;
  onBegin: () => void;
  onTake: (combination: string) => void;
  /** Keys were pressed that no shortcut can be. */
  onUnknown: () => void;
  testId: string;
}

/** A button that waits for keys once it was pressed. Esc, Tab and a click elsewhere leave all as it was. */
export function KeyRecorder({ label, describedBy, onBegin, onTake, onUnknown, testId }: KeyRecorderProps) {
  const { t } = useTranslation();
  const [isWaiting, setIsWaiting] = useState(false);

  function onKeyDown(event: KeyboardEvent): void {
    if (!isWaiting || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (isModifier(event)) return;
    setIsWaiting(false);
    if (event.key === 'Escape') return;
    const combination = combinationOf(event.nativeEvent, isMac);
    if (combination === null) onUnknown();
    else onTake(combination);
  }

  return (
    <Button
      kind={isWaiting ? 'line' : 'quiet'}
      aria-label={isWaiting ? `${label}. ${t('shortcuts:press')}` : label}
      aria-describedby={describedBy}
      data-testid={testId}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setIsWaiting(false);
      }}
      onClick={() => {
        onBegin();
        setIsWaiting(true);
      }}
    >
      {t(isWaiting ? 'shortcuts:press' : 'shortcuts:change')}
    </Button>
  );
}
