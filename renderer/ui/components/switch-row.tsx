import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import type { ShortcutName } from '../../state/contract';
import { useKeyHint } from '../shortcuts/use-keys';
import { Icon } from './icon';

interface SwitchRowProps {
  icon?: LucideIcon;
  title: string;
  /** What it does, in plain words. */
  text: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
  /** It does the same. */
  shortcut?: ShortcutName;
  testId: string;
}

/** A switch with its words; all of the row can be clicked. */
export function SwitchRow({ icon, title, text, on, onSwitch, shortcut, testId }: SwitchRowProps) {
  const { titled, aria } = useKeyHint(shortcut);
  const id = useId();
  return (
    <label className="switch-row" title={shortcut && titled(title)}>
      {icon && <Icon of={icon} />}
      <span className="grow">
        <b id={`${id}-title`}>{title}</b>
        <span id={`${id}-text`} className="sub">
          {text}
        </span>
      </span>
      <input
        type="checkbox"
        role="switch"
        className="switch"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        aria-keyshortcuts={aria}
        data-testid={testId}
        checked={on}
        onChange={(event) => {
          onSwitch(event.target.checked);
        }}
      />
    </label>
  );
}
