import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import type { ShortcutName } from '../../state/contract';
import { useDigits } from '../digits';
import { Icon } from '../components/icon';
import { useKeyHint } from '../shortcuts/use-keys';

interface ControlProps extends ComponentPropsWithRef<'button'> {
  icon: LucideIcon;
  label: string;
  count?: number;
  tone?: 'plain' | 'calling';
  /** It does the same. */
  shortcut?: ShortcutName;
  'data-off'?: boolean;
  'data-chosen'?: boolean;
  'data-testid': string;
}

/** One button of the bar: a picture and a word. */
export function Control(props: ControlProps) {
  const { icon, label, count, tone = 'plain', shortcut, className, title = label, ...rest } = props;
  const { titled, aria } = useKeyHint(shortcut);
  const digits = useDigits();
  return (
    <button
      type="button"
      title={titled(title)}
      aria-keyshortcuts={aria}
      className={['control', className].filter(Boolean).join(' ')}
      {...rest}
    >
      <Icon of={icon} size="large" />
      <span className="words">{label}</span>
      {count !== undefined && <span className={`count ${tone}`} data-count={digits(count)} />}
    </button>
  );
}
