import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Icon } from '../components/icon';

interface ChoiceProps<T extends string> {
  label: string;
  icon: LucideIcon;
  value: T;
  options: readonly { value: T; text: string }[];
  problem?: string | undefined;
  testId: string;
  onChange: (value: T) => void;
}

/** One of several, from a list that opens. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, icon, value, options, problem, testId, onChange } = props;
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="select">
        <Icon of={icon} />
        <select
          id={id}
          value={value}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-problem`}
          data-testid={testId}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </span>
      {problem !== undefined && (
        <p id={`${id}-problem`} className="field-problem">
          {problem}
        </p>
      )}
    </div>
  );
}
