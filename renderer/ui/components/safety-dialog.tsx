import { Copy, Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SafetyNumberView } from '../../state/contract';
import { useActions } from '../context';
import { isolated } from '../text';
import { Avatar } from './avatar';
import { Button } from './button';
import { Dialog } from './dialog';
import { DigitGroups } from './digit-groups';
import { Icon } from './icon';

/** The number that both must see alike. Compared by people, so large, calm and in groups. */
export function SafetyDialog({ number }: { number: SafetyNumberView }) {
  const { t } = useTranslation();
  const { closeSafetyNumber, copySafetyNumber } = useActions();
  return (
    <Dialog
      title={t('safety.title', { name: isolated(number.name) })}
      lead={t('safety.lead')}
      emblem={<Avatar name={number.name} />}
      testId="safety-dialog"
      closeTestId="safety-close"
      onClose={closeSafetyNumber}
      footer={
        <>
          <Button icon={Copy} data-testid="safety-copy" onClick={copySafetyNumber}>
            {t('safety.copy')}
          </Button>
          <Button kind="main" className="push" onClick={closeSafetyNumber}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      <DigitGroups groups={number.groups} label={t('safety.number')} testId="safety-group" />
      <p>{t('safety.how')}</p>
      <p>
        <strong>{t('safety.differ')}</strong> {t('safety.voice')}
      </p>
      <p className="notice plain">
        <Icon of={Info} />
        {t('safety.forgets')}
      </p>
    </Dialog>
  );
}
