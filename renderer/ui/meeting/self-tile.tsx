import { MicOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { Avatar } from '../components/avatar';
import { Icon } from '../components/icon';
import type { TilePlace } from '../seeing/speaker-places';
import { SpotlightSign } from '../spotlight/spotlight-sign';
import { TileSigns } from '../speaking-up/tile-signs';
import { SpeaksMark } from './speaks-mark';
import { OwnVideo } from '../components/video';

export function SelfTile({ self, place }: { self: InsidePhase['self']; place: TilePlace }) {
  const { picture, isOn, speaks, isSilenced } = useSelected(({ media, speaking, meeting }) => {
    const isOn = media.microphone.state === 'on';
    const isSilenced = meeting.phase === 'inside' && meeting.speakingUp.quiet.mine !== null;
    return { picture: media.picture, isOn, speaks: isOn && speaking.self, isSilenced };
  });
  const { t } = useTranslation();
  return (
    <figure
      className={['tile self night', place.className].filter(Boolean).join(' ')}
      style={place.style}
      data-speaks={speaks}
      data-testid="tile-self"
    >
      {picture === null ? (
        <span className="tile-empty" data-testid="tile-camera-off">
          <Avatar name={self.name} size="portrait" />
        </span>
      ) : (
        <OwnVideo stream={picture} label={t('entering:preview.ownPicture')} />
      )}
      <TileSigns of={null} word={isSilenced ? 'silenced' : null}>
        <SpotlightSign of={null} />
      </TileSigns>
      <figcaption className="plate">
        {!isOn && <MutedMark />}
        {speaks && <SpeaksMark />}
        <b>{t('common:you')}</b>
      </figcaption>
    </figure>
  );
}

export function MutedMark() {
  const { t } = useTranslation();
  return (
    <span className="muted-mark" role="img" aria-label={t('meeting:muted')} data-testid="tile-muted">
      <Icon of={MicOff} size="small" />
    </span>
  );
}
