/** For host and co-hosts: everybody silenced at once, and heard again. */
import { MicOff, Volume2 } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import type { InsidePhase } from '../phases';
import { SilenceAllDialog } from './silence-all-dialog';

export function SilenceRoom({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { endSilence } = useActions();
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const isOn = meeting.speakingUp.quiet.everybody;
  return (
    <section className="door" aria-labelledby={id}>
      <h3 id={id} className="over-line">
        {t('speaking:silence.room')}
      </h3>
      <div className="door-link">
        {isOn && (
          <div data-testid="silence-is-on">
            <b>{t('speaking:silence.isOn')}</b>
            <span className="sub">{t('speaking:silence.isOnText')}</span>
          </div>
        )}
        <div className="row wrap">
          {isOn ? (
            <Button icon={Volume2} data-testid="silence-end" onClick={endSilence}>
              {t('speaking:silence.end')}
            </Button>
          ) : (
            <Button
              icon={MicOff}
              data-testid="silence-all"
              onClick={() => {
                setIsAsking(true);
              }}
            >
              {t('speaking:silence.all')}
            </Button>
          )}
        </div>
      </div>
      {isAsking && (
        <SilenceAllDialog
          meeting={meeting}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      )}
    </section>
  );
}
