import { Gauge } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import { NoticeBox } from '../components/notice-box';

/** The computer is at its limit: what was left out because of it, and what helps. A further step is told again. It lies on no picture. */
export function MachineNotice() {
  const state = useSelected(({ machineLimit }) => machineLimit.state);
  const { t } = useTranslation();
  const [read, setRead] = useState<typeof state>('none');
  if (state === 'none' || state === read) return null;
  return (
    <div className="stage-notice" role="status">
      <NoticeBox
        title={t(`meeting:machine.${state}`)}
        icon={Gauge}
        testId="machine-limit"
        onDismiss={() => {
          setRead(state);
        }}
      >
        <p>{t('meeting:machine.todo')}</p>
      </NoticeBox>
    </div>
  );
}
