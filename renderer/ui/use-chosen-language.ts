import { useLayoutEffect, useState } from 'react';
import { speak, speaks } from '../locales';
import { useSelected } from './context';

/**
 * As the system has it until the choice is known; locked, the last one stays.
 * @returns false while the first screen would be said in another language than the one that was chosen.
 */
export function useChosenLanguage(): boolean {
  const chosen = useSelected(({ app }) => app?.settings.language ?? null);
  const [hasSpoken, setHasSpoken] = useState(false);
  useLayoutEffect(() => {
    if (chosen === null) return;
    void speak(chosen).then(() => {
      setHasSpoken(true);
    });
  }, [chosen]);
  return hasSpoken || chosen === null || speaks(chosen);
}
