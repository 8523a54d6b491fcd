import { Check, Mic, MicOff, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import { useMicrophoneLevel, useSelected } from '../context';
import { Icon } from '../components/icon';

const BARS = 24;
/** Below this a microphone gives only its own noise. */
const AUDIBLE = 0.04;
const SILENCE_TOLD_AFTER_MS = 4000;
const HEARD_STAYS_MS = 2500;

type Heard = 'waiting' | 'heard' | 'nothing';

/** Shows that the microphone hears something, before anybody else does. */
export function LevelMeter() {
  const isOn = useSelected(({ media }) => media.microphone.state === 'on');
  return isOn ? <RunningMeter /> : <StillMeter />;
}

function StillMeter() {
  const { t } = useTranslation();
  return (
    <div className="level">
      <Icon of={MicOff} />
      <Bars lit={0} />
      <span className="badge">{t('entering:level.off')}</span>
    </div>
  );
}

function RunningMeter() {
  const { t } = useTranslation();
  const { lit, heard } = useHeard();
  return (
    <div className="level">
      <Icon of={Mic} />
      <Bars lit={lit} />
      {/* Always there, so that each change is read aloud once. */}
      <span role="status">
        {heard === 'heard' && (
          <span className="badge ok">
            <Icon of={Check} size="small" />
            {t('entering:level.heard')}
          </span>
        )}
        {heard === 'nothing' && (
          <span className="badge warn">
            <Icon of={TriangleAlert} size="small" />
            {t('entering:level.nothing')}
          </span>
        )}
      </span>
      {heard === 'waiting' && <span className="badge">{t('entering:level.waiting')}</span>}
    </div>
  );
}

function useHeard(): { lit: number; heard: Heard } {
  const listen = useMicrophoneLevel();
  const [lit, setLit] = useState(0);
  const [heard, setHeard] = useState<Heard>('waiting');
  useEffect(() => {
    const startedAt = systemClocks.steady();
    let heardAt: number | null = null;
    const stop = listen((level) => {
      setLit(Math.round(Math.min(1, Math.max(0, level)) * BARS));
      if (level >= AUDIBLE) heardAt = systemClocks.steady();
    });
    const timer = setInterval(() => {
      const now = systemClocks.steady();
      if (heardAt !== null && now - heardAt < HEARD_STAYS_MS) setHeard('heard');
      else setHeard(now - (heardAt ?? startedAt) > SILENCE_TOLD_AFTER_MS ? 'nothing' : 'waiting');
    }, 200);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [listen]);
  return { lit, heard };
}

function Bars({ lit }: { lit: number }) {
  const { t } = useTranslation();
  return (
    <span
      className="meter"
      role="meter"
      aria-label={t('entering:level.label')}
      aria-valuemin={0}
      aria-valuemax={BARS}
      aria-valuenow={lit}
    >
      {Array.from({ length: BARS }, (_, index) => (
        <i key={index} className={index < lit ? 'on' : ''} />
      ))}
    </span>
  );
}
