import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ChooseColorProps {
  color: string;
  onChoose: (color: string) => void;
}

/** Told once it is chosen, and not for all the colors on the way there: each starts the camera anew. */
export function ChooseColor({ color, onChoose }: ChooseColorProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(color);
  const chosen = useEffectEvent(() => {
    const now = input.current?.value ?? color;
    if (now !== color) onChoose(now);
  });
  useEffect(() => {
    const element = input.current;
    // React's onChange is the browser's `input`, which comes at each step; this one comes at the end.
    element?.addEventListener('change', chosen);
    return () => {
      element?.removeEventListener('change', chosen);
    };
  }, []);
  return (
    <input
      ref={input}
      type="color"
      autoComplete="off"
      className="background-color"
      aria-label={t('background:color')}
      value={shown}
      data-testid="background-color"
      onChange={({ target }) => {
        setShown(target.value);
      }}
    />
  );
}
