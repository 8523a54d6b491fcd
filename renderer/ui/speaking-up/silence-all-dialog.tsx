import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_FLOOR } from '../../state/contract';
import { useActions } from '../context';
import { Button } from '../components/button';
import { ChoosePeople } from '../components/choose-people';
import { Dialog } from '../components/dialog';
import type { InsidePhase } from '../phases';

/** Who goes on being heard is chosen, before all others are silenced. */
export function SilenceAllDialog({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const { silenceAll } = useActions();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const others = meeting.peers.filter(({ role, link }) => role === 'member' && link !== 'opening');
  const floor = others.flatMap(({ peerId }) => (chosen.has(peerId) ? [peerId] : []));
  return (
    <Dialog
      width="narrow"
      title={t('speaking:silence.all')}
      testId="silence-all-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('speaking:silence.stay')}</Button>
          <Button
            kind="main"
            className="push"
            disabled={floor.length > MAX_FLOOR}
            data-testid="silence-all-confirm"
            onClick={() => {
              silenceAll(floor);
              onClose();
            }}
          >
            {t('speaking:silence.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('speaking:silence.allText')}</p>
      {others.length > 0 && (
        <ChoosePeople
          legend={t('speaking:silence.floor')}
          people={others}
          chosen={chosen}
          testId="silence-floor"
          onChoose={setChosen}
        />
      )}
      {floor.length > MAX_FLOOR && (
        <p className="field-problem" role="status">
          {t('speaking:silence.tooMany', { count: MAX_FLOOR })}
        </p>
      )}
    </Dialog>
  );
}
