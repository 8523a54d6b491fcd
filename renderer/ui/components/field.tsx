import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';

/** What is typed is kept in no file, so nothing is filled in again. */
interface FieldProps extends Omit<ComponentPropsWithRef<'input'>, 'autoComplete'> {
  label: string;
  hint?: string | undefined;
  /** Words of what is wrong; the field is marked as long as there are any. */
  problem?: string | undefined;
  after?: ReactNode;
}

export function Field({ label, hint, problem, after, ...rest }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const problemId = `${id}-problem`;
  const described = [problem !== undefined && problemId, hint !== undefined && hintId]
    .filter(Boolean)
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="row">
        <input
          id={id}
          className="input"
          autoComplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={described === '' ? undefined : described}
          {...rest}
        />
        {after}
      </div>
      {problem !== undefined && (
        <p id={problemId} className="field-problem">
          {problem}
        </p>
      )}
      {hint !== undefined && <p id={hintId}>{hint}</p>}
    </div>
  );
}
