import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  /** Begins the names of the dialog and its buttons. */
  testId: string;
  title: string;
  /** What the two buttons say. */
  stay: string;
  confirm: string;
  /** Nothing is lost by it. */
  isHarmless?: boolean;
  /** Not to be confirmed yet: whatever was pressed was meant for something else. */
  isIdle?: boolean;
  /** Not closed by a stray Esc or click. */
  isAlarm?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once before something that cannot be undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    testId,
    title,
    stay,
    confirm,
    isHarmless = false,
    isAlarm = false,
    isIdle = false,
    onClose,
  } = props;
  return (
    <Dialog
      role={isAlarm ? 'alertdialog' : 'dialog'}
      width="narrow"
      title={title}
      testId={`${testId}-dialog`}
      onClose={onClose}
      footer={
        <>
          <Button data-testid={`${testId}-cancel`} onClick={onClose}>
            {stay}
          </Button>
          <Button
            kind={isHarmless ? 'main' : 'danger'}
            className="push"
            data-testid={`${testId}-confirm`}
            isIdle={isIdle}
            onClick={props.onConfirm}
          >
            {confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
