import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import { useDigits } from '../digits';
import { Icon } from '../components/icon';

interface ControlProps extends ComponentPropsWithRef<'button'> {
  icon: LucideIcon;
  label: string;
  count?: number;
  tone?: 'plain' | 'calling';
  'data-off'?: boolean;
  'data-chosen'?: boolean;
  'data-testid': string;
}

/** One button of the bar: a picture and a word. */
export function Control({ icon, label, count, tone = 'plain', className, ...rest }: ControlProps) {
  const digits = useDigits();
  return (
    <button
      type="button"
      title={label}
      className={['control', className].filter(Boolean).join(' ')}
      {...rest}
    >
      <Icon of={icon} size="large" />
      <span className="words">{label}</span>
      {count !== undefined && <span className={`count ${tone}`} data-count={digits(count)} />}
    </button>
  );
}
