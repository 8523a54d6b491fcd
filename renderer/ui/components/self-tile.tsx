import { MicOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../context';
import type { InsidePhase } from '../phases';
import { Avatar } from './avatar';
import { Icon } from './icon';
import { OwnVideo } from './video';

export function SelfTile({ self }: { self: InsidePhase['self'] }) {
  const { picture, microphone } = useSnapshot().media;
  const { t } = useTranslation();
  return (
    <figure className="tile self night" data-testid="tile-self">
      {picture === null ? (
        <span className="tile-empty" data-testid="tile-camera-off">
          <Avatar name={self.name} size="portrait" />
        </span>
      ) : (
        <OwnVideo stream={picture} label={t('preview.ownPicture')} />
      )}
      <figcaption className="plate">
        {microphone.state !== 'on' && <MutedMark />}
        <b>{t('common.you')}</b>
      </figcaption>
    </figure>
  );
}

export function MutedMark() {
  const { t } = useTranslation();
  return (
    <span className="muted-mark" role="img" aria-label={t('meeting.muted')} data-testid="tile-muted">
      <Icon of={MicOff} size="small" />
    </span>
  );
}
