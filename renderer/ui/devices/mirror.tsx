import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions, useSelected } from '../context';
import { devicesOn } from './devices-on';
import { Avatar } from '../components/avatar';
import { Icon } from '../components/icon';
import { OwnVideo } from '../components/video';

interface MirrorProps {
  name: string;
  size: 'large' | 'small';
  /** Stands behind the switches of the large one. */
  after?: ReactNode;
}

/** How others will see oneself, before anybody does. */
export function Mirror({ name, size, after }: MirrorProps) {
  const { isStarting, picture } = useSelected(({ media }) => ({
    isStarting: media.camera.state === 'starting',
    picture: media.picture,
  }));
  const { t } = useTranslation();
  return (
    <div className={`mirror night ${size}`}>
      {picture === null ? (
        <div className="mirror-empty">
          <Avatar name={name} size="portrait" />
          {size === 'large' && (
            <strong>
              {t(isStarting ? 'entering:preview.cameraStarting' : 'entering:preview.othersWillSee')}
            </strong>
          )}
        </div>
      ) : (
        <OwnVideo stream={picture} label={t('entering:preview.ownPicture')} />
      )}
      {size === 'large' && <MirrorButtons after={after} />}
    </div>
  );
}

function MirrorButtons({ after }: { after: ReactNode }) {
  const { microphone: speaks, camera: shows } = useSelected(devicesOn);
  const { setCamera, setMicrophone } = useActions();
  const { t } = useTranslation();
  return (
    <div className="over">
      <button
        type="button"
        className="round"
        aria-label={t('entering:device.muteMic')}
        title={t('entering:device.muteMic')}
        aria-pressed={!speaks}
        data-off={!speaks}
        data-testid="preview-mic"
        onClick={() => {
          setMicrophone(!speaks);
        }}
      >
        <Icon of={speaks ? Mic : MicOff} size="large" />
      </button>
      <button
        type="button"
        className="round"
        aria-label={t('entering:device.cameraSwitch')}
        title={t('entering:device.cameraSwitch')}
        aria-pressed={shows}
        data-off={!shows}
        data-testid="preview-camera"
        onClick={() => {
          setCamera(!shows);
        }}
      >
        <Icon of={shows ? Video : VideoOff} size="large" />
      </button>
      {after}
    </div>
  );
}
