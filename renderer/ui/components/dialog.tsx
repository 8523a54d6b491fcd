import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from './button';

interface DialogProps {
  title: ReactNode;
  lead?: string;
  emblem?: ReactNode;
  width?: 'usual' | 'narrow' | 'wide' | 'list';
  /** Stands at the start, beside all the rest. */
  aside?: ReactNode;
  /** A click beside it closes it; where much would be lost by a stray one, only a button and Esc do. */
  closesBeside?: boolean;
  /** An alarm may not be closed by a stray Esc or click; it is answered with its buttons. */
  role?: 'dialog' | 'alertdialog';
  testId: string;
  closeTestId?: string;
  onClose: () => void;
  footer?: ReactNode;
  children: ReactNode;
}

/** A native modal dialog. Focus starts on the title, so that no key pressed in haste answers it. */
export function Dialog(props: DialogProps) {
  const { title, lead, emblem, width = 'usual', role = 'dialog', onClose, footer, children } = props;
  const { aside, closesBeside = true } = props;
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const isAlarm = role === 'alertdialog';

  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (dialog?.open === false) dialog.showModal();
    heading.current?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={box}
      className={`dialog ${width}`}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={lead === undefined ? undefined : `${id}-lead`}
      data-testid={props.testId}
      onCancel={(event) => {
        // A file chooser within that was closed tells of it all the way up.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        if (!isAlarm) onClose();
      }}
      onClose={() => {
        // A second Esc closes without asking; an alarm comes back, anything else is closed for good.
        if (box.current?.open !== false) return;
        if (isAlarm) box.current.showModal();
        else onClose();
      }}
      onClick={(event) => {
        if (!isAlarm && closesBeside && event.target === box.current) onClose();
      }}
    >
      {aside}
      <div className="dialog-sheet">
        <header>
          {emblem}
          <div className="grow stack tight">
            <h1 id={`${id}-title`} ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead !== undefined && (
              <p id={`${id}-lead`} className="quiet">
                {lead}
              </p>
            )}
          </div>
          {!isAlarm && (
            <IconButton
              label={t('common:close')}
              icon={X}
              onClick={onClose}
              data-testid={props.closeTestId}
            />
          )}
        </header>
        <div className="dialog-body">{children}</div>
        {footer !== undefined && <footer>{footer}</footer>}
      </div>
    </dialog>
  );
}

/** At the foot of a dialog that leaves nothing to choose. */
export function OnlyAnswer(props: { testId: string; onAnswer: () => void; children: ReactNode }) {
  return (
    <Button kind="main" className="push" data-testid={props.testId} onClick={props.onAnswer}>
      {props.children}
    </Button>
  );
}
