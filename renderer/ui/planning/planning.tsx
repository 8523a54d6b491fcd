import { CalendarPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMeetingView } from '../../state/contract';
import { Button } from '../components/button';
import { PlanDialog } from './plan-dialog';
import { PlannedDialog } from './planned-dialog';
import type { PlannedMeeting } from './upcoming';

type Step = { step: 'none' } | { step: 'planning' } | { step: 'planned'; meeting: string };

interface Planning {
  button: ReactNode;
  /** What the button does, for another one. */
  open: () => void;
  dialogs: ReactNode;
}

/** The button that plans a meeting, and what comes of it, which stands on no dark ground as the button may. */
export function usePlanning(meetings: readonly OwnMeetingView[]): Planning {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ step: 'none' });
  const close = (): void => {
    setStep({ step: 'none' });
  };
  const open = (): void => {
    setStep({ step: 'planning' });
  };
  const planned =
    step.step === 'planned'
      ? meetings.find((one): one is PlannedMeeting => one.id === step.meeting && one.planned !== null)
      : undefined;
  const button = (
    <Button kind="line" size="big" icon={CalendarPlus} data-testid="home-plan" onClick={open}>
      {t('planning:title')}
    </Button>
  );
  const dialogs = (
    <>
      {step.step === 'planning' && (
        <PlanDialog
          onClose={close}
          onPlanned={(meeting) => {
            setStep({ step: 'planned', meeting });
          }}
        />
      )}
      {planned && <PlannedDialog meeting={planned} isNew onClose={close} />}
    </>
  );
  return { button, open, dialogs };
}
