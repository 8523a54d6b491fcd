import { useRef, type ReactNode } from 'react';

interface PopoverDialogProps {
  /** The `popoverTarget` of its button. */
  id: string;
  label: string;
  className: string;
  testId: string;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}

/**
 * What a button opens beside itself. The popover is native: Esc and a click beside it close it, and the focus goes back.
 * It closes as well once the focus goes on to what may lie under it.
 */
export function PopoverDialog({ id, label, className, testId, onToggle, children }: PopoverDialogProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={box}
      id={id}
      className={`popover ${className}`}
      role="dialog"
      aria-label={label}
      popover="auto"
      data-testid={testId}
      onToggle={({ newState }) => {
        onToggle(newState === 'open');
        if (newState === 'open') box.current?.querySelector<HTMLElement>('input, select, button')?.focus();
      }}
      onKeyDown={(event) => {
        // A switch in a form would send the form.
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) box.current?.hidePopover();
      }}
    >
      {children}
    </div>
  );
}
