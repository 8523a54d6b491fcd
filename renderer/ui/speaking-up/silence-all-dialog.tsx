import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_FLOOR } from '../../state/contract';
import { useActions } from '../context';
import { Avatar } from '../components/avatar';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Name } from '../components/name';
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
        <fieldset className="choose-people">
          <legend className="over-line">{t('speaking:silence.floor')}</legend>
          {others.map(({ peerId, name }) => (
            <label key={peerId} className="choose-person">
              <Avatar name={name} size="small" />
              <span className="grow row">
                <Name of={name} />
              </span>
              <input
                type="checkbox"
                className="check"
                checked={chosen.has(peerId)}
                data-testid="silence-floor"
                onChange={({ target: { checked } }) => {
                  const next = new Set(chosen);
                  if (checked) next.add(peerId);
                  else next.delete(peerId);
                  setChosen(next);
                }}
              />
            </label>
          ))}
        </fieldset>
      )}
      {floor.length > MAX_FLOOR && (
        <p className="field-problem" role="status">
          {t('speaking:silence.tooMany', { count: MAX_FLOOR })}
        </p>
      )}
    </Dialog>
  );
}
