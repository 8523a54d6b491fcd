import { LoaderCircle, ShieldQuestionMark } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions, useSnapshot } from '../context';
import { isolated } from '../text';
import { Avatar } from './avatar';
import { StandingBadge } from './badge';
import { Button } from './button';
import { Icon } from './icon';
import { Name } from './name';
import { MutedMark } from './self-tile';
import { RemoteVideo } from './video';

/** Shorter trouble heals by itself and is not told. */
const TROUBLE_TOLD_AFTER_S = 2;

export function RemoteTile({ peer, speakerId }: { peer: PeerView; speakerId: string | null }) {
  const { streams } = useSnapshot();
  const { openSafetyNumber } = useActions();
  const { t } = useTranslation();
  const lostFor = useSecondsInterrupted(peer.link);
  const isLost = lostFor >= TROUBLE_TOLD_AFTER_S;
  const showsPicture = peer.camera && peer.link !== 'opening';
  return (
    <figure className="tile night" data-lost={isLost} data-testid={`tile-${peer.peerId}`}>
      <RemoteVideo
        stream={streams.get(peer.peerId)}
        speakerId={speakerId}
        isShown={showsPicture}
        testId={`video-${peer.peerId}`}
      />
      {peer.link !== 'opening' && !peer.camera && (
        <span className="tile-empty" data-testid="tile-camera-off">
          <Avatar name={peer.name} size="portrait" />
          {!isLost && <span className="small quiet">{t('meeting.cameraOff')}</span>}
        </span>
      )}
      {peer.link === 'opening' && <Wait title={t('meeting.connecting', { name: isolated(peer.name) })} />}
      {isLost && (
        <Wait
          title={t('meeting.reconnecting', { name: isolated(peer.name) })}
          text={t('meeting.forSeconds', { count: lostFor })}
        />
      )}
      <figcaption className="plate">
        {!peer.microphone && peer.link !== 'opening' && <MutedMark />}
        <Name of={peer.name} />
        <StandingBadge standing="new" />
      </figcaption>
      {peer.link !== 'opening' && (
        <div className="corner">
          <Button
            data-testid="safety-open"
            onClick={() => {
              openSafetyNumber(peer.peerId);
            }}
          >
            <Icon of={ShieldQuestionMark} size="small" />
            {t('control.safety')}
          </Button>
        </div>
      )}
    </figure>
  );
}

function Wait({ title, text }: { title: string; text?: string }) {
  return (
    <div className="wait">
      <Icon of={LoaderCircle} size="large" className="spin" />
      <b role="status">{title}</b>
      {text !== undefined && <span className="small">{text}</span>}
    </div>
  );
}

/** Whole seconds that the link has been interrupted; 0 while it is not. */
function useSecondsInterrupted(link: PeerView['link']): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (link !== 'interrupted') return;
    const since = performance.now();
    const timer = setInterval(() => {
      setSeconds(Math.floor((performance.now() - since) / 1000));
    }, 500);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [link]);
  return seconds;
}
