import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { Icon } from './icon';

interface Idle {
  /** There is nothing to do for it now. Unlike one that is disabled it keeps the focus. */
  isIdle?: boolean;
}

interface ButtonProps extends ComponentPropsWithRef<'button'>, Idle {
  kind?: 'quiet' | 'main' | 'line' | 'bare' | 'danger';
  size?: 'usual' | 'big';
  icon?: LucideIcon;
}

export function Button({
  kind = 'quiet',
  size = 'usual',
  icon,
  children,
  className,
  isIdle = false,
  ...rest
}: ButtonProps) {
  const classes = ['btn', kind, size, isIdle && 'idle', className].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} {...rest} {...(isIdle ? idle : {})}>
      {icon && <Icon of={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'aria-label' | 'children'>, Idle {
  label: string;
  icon: LucideIcon;
}

/** A button that shows only a picture: its label is read aloud and shown on hover. */
export function IconButton({ label, icon, className, isIdle = false, ...rest }: IconButtonProps) {
  const classes = ['btn bare only-icon', isIdle && 'idle', className].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className={classes}
      aria-label={label}
      title={label}
      {...rest}
      {...(isIdle ? idle : {})}
    >
      <Icon of={icon} />
    </button>
  );
}

const idle = { 'aria-disabled': true, onClick: undefined };
