import { initialOf } from '../text';

export function Avatar({ name, size = 'usual' }: { name: string; size?: 'small' | 'usual' | 'portrait' }) {
  return (
    <span className={`avatar ${size}`} aria-hidden="true">
      {initialOf(name)}
    </span>
  );
}
