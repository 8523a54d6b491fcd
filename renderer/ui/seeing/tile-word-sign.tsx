import { MicOff, VideoOff, VolumeX, WifiLow, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../components/icon';
import type { TileWord } from './tile-word';

type Signed = Exclude<TileWord, 'reconnecting'>;
const icons = {
  silenced: MicOff,
  weak: WifiLow,
  muted: VolumeX,
  noPicture: VideoOff,
} as const satisfies Record<Signed, LucideIcon>;

/** On a small tile the word goes and the shape stays. */
export function TileWordSign({ word }: { word: Signed }) {
  const { t } = useTranslation();
  const words = t(word === 'silenced' ? 'speaking:silence.mark' : `seeing:word.${word}`);
  return (
    <span className="sign" title={words} data-testid={`tile-word-${word}`}>
      <Icon of={icons[word]} size="small" />
      <span className="words">{words}</span>
    </span>
  );
}
