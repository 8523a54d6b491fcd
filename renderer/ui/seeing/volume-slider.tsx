import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MAX_VOLUME, USUAL_VOLUME } from '../../state/seeing';
import { Icon } from '../components/icon';

const STEP = 5;

interface VolumeSliderProps {
  label: string;
  /** Percent. */
  volume: number;
  /** Heard at none, whatever the volume. */
  isMuted: boolean;
  onVolume: (percent: number) => void;
}

export function VolumeSlider({ label, volume, isMuted, onVolume }: VolumeSliderProps) {
  const { i18n } = useTranslation();
  const words = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(volume / 100);
  return (
    <label className="slide">
      <Icon of={isMuted || volume === 0 ? VolumeX : volume > USUAL_VOLUME ? Volume2 : Volume1} />
      <span className="unseen">{label}</span>
      <input
        type="range"
        autoComplete="off"
        className="range"
        min={0}
        max={MAX_VOLUME}
        step={STEP}
        value={volume}
        aria-valuetext={words}
        style={{ '--at': `${((100 * volume) / MAX_VOLUME).toString()}%` }}
        data-testid="tile-menu-volume"
        onChange={({ target }) => {
          onVolume(target.valueAsNumber);
        }}
      />
      <output className="small digits">{words}</output>
    </label>
  );
}
