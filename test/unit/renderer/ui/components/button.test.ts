import { Info } from 'lucide-react';
import { expect, it, vi } from 'vitest';
import { Button, IconButton } from '../../../../../renderer/ui/components/button';

interface Props {
  disabled?: boolean;
  'aria-disabled'?: boolean;
  onClick?: () => void;
}

it.each([
  ['words', Button],
  ['a picture', (given: Parameters<typeof Button>[0]) => IconButton({ label: 'x', icon: Info, ...given })],
])('a button with %s that has nothing to do says so, does nothing, and keeps the focus', (_what, draw) => {
  const pressed = vi.fn();
  const drawn = (isIdle: boolean) => (draw({ isIdle, onClick: pressed }) as { props: Props }).props;
  const [idle, ready] = [drawn(true), drawn(false)];
  idle.onClick?.();
  expect(pressed).not.toHaveBeenCalled();
  expect(idle['aria-disabled']).toBe(true);
  // Whatever is disabled loses the focus, and whoever uses the keyboard the place.
  expect(idle.disabled).toBeUndefined();
  ready.onClick?.();
  expect(pressed).toHaveBeenCalledOnce();
  expect(ready['aria-disabled']).toBeUndefined();
});
