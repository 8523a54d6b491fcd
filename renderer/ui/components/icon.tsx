import type { LucideIcon } from 'lucide-react';
import { mirroredIcons } from './mirrored-icons';

const sizes = { small: 16, usual: 20, large: 24 } as const;

export function Icon({
  of: Picture,
  size = 'usual',
  className,
}: {
  of: LucideIcon;
  size?: keyof typeof sizes;
  className?: string;
}) {
  const classes = ['icon', mirroredIcons.has(Picture) && 'points-along', className].filter(Boolean).join(' ');
  return <Picture className={classes} size={sizes[size]} strokeWidth={1.5} aria-hidden="true" />;
}
