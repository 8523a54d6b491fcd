import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Icon } from './icon';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  kind?: 'quiet' | 'main' | 'line' | 'bare' | 'danger';
  size?: 'usual' | 'big';
  icon?: LucideIcon;
}

export function Button({ kind = 'quiet', size = 'usual', icon, children, className, ...rest }: ButtonProps) {
  const classes = ['btn', kind, size, className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'> {
  label: string;
  icon: LucideIcon;
}

/** A button that shows only a picture: its label is read aloud and shown on hover. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  const classes = ['btn bare only-icon', className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} aria-label={label} title={label} {...rest}>
      <Icon of={icon} />
    </button>
  );
}
