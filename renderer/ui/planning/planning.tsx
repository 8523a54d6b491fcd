import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnMeetingView } from '../../state/contract';
import { Button } from '../components/button';
import { PlanDialog } from './plan-dialog';
import { PlannedDialog } from './planned-dialog';
import type { PlannedMeeting } from './upcoming';

type Step = { step: 'none' } | { step: 'planning' } | { step: 'planned'; meeting: string };

/** The button that plans a meeting, with all that comes of it. */
export function PlanButton({ meetings }: { meetings: readonly OwnMeetingView[] }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>({ step: 'none' });
  const close = (): void => {
    setStep({ step: 'none' });
  };
  const planned =
    step.step === 'planned'
      ? meetings.find((one): one is PlannedMeeting => one.id === step.meeting && one.planned !== null)
      : undefined;
  return (
    <>
      <Button
        kind="line"
        size="big"
        icon={CalendarPlus}
        data-testid="home-plan"
        onClick={() => {
          setStep({ step: 'planning' });
        }}
      >
        {t('planning:title')}
      </Button>
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
}
