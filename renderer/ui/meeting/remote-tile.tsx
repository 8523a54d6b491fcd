import { LoaderCircle, ShieldQuestionMark, Unplug } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClocks } from '../../clocks';
import type { PeerView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { useTellsShown } from './measure';
import { nameInText } from '../text';
import { Avatar } from '../components/avatar';
import { StandingBadge } from '../components/badge';
import { Button } from '../components/button';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { MutedMark } from './self-tile';
import { SpeaksMark } from './speaks-mark';
import { TileSigns } from '../speaking-up/tile-signs';
import { usePathsTried } from '../connection/use-paths-tried';
import { TwinLine } from '../people/trust-lines';
import { RemoteVideo } from '../components/video';

/** An interruption is told from here on: shorter ones heal by themselves. */
const TROUBLE_TOLD_AFTER_S = 2;
/** By then a connection would stand if there were a path for it. */
const NO_PATH_TOLD_AFTER_S = 20;

interface RemoteTileProps {
  peer: PeerView;
  speakerId: string | null;
  /** False on another page of the stage: heard, and not seen. */
  isHere: boolean;
}

export function RemoteTile({ peer, speakerId, isHere }: RemoteTileProps) {
  const { stream, isPaused, isHeard } = useSelected(({ streams, speaking, machineLimit }) => ({
    stream: streams.get(peer.peerId),
    isPaused: machineLimit.paused.has(peer.peerId),
    isHeard: speaking.peers.has(peer.peerId),
  }));
  const tile = useRef<HTMLElement>(null);
  useTellsShown(peer.peerId, tile);
  const { openVerification } = useActions();
  const { t } = useTranslation();
  const lostFor = useSecondsWhile(peer.link === 'interrupted');
  const hasNoPath = useSecondsWhile(peer.link !== 'open') >= NO_PATH_TOLD_AFTER_S;
  const isLost = lostFor >= TROUBLE_TOLD_AFTER_S;
  const isHeldBack = peer.trust === 'changed';
  const showsPicture = peer.camera && peer.link !== 'opening' && !isPaused && !isHeldBack;
  const speaks = peer.microphone && isHeard;
  return (
    <figure
      ref={tile}
      className={isHere ? 'tile night' : 'tile night elsewhere'}
      data-trust={peer.trust}
      data-lost={isLost}
      data-speaks={speaks}
      data-testid={`tile-${peer.peerId}`}
    >
      <RemoteVideo
        stream={isHeldBack ? undefined : stream}
        speakerId={speakerId}
        isShown={showsPicture}
        testId={`video-${peer.peerId}`}
      />
      {peer.link !== 'opening' && !showsPicture && !isHeldBack && (
        <span className="tile-empty" data-testid="tile-camera-off">
          <Avatar name={peer.name} size="portrait" />
          {!isLost && (
            <span className="small quiet">
              {t(peer.camera ? 'meeting:machine.paused' : 'meeting:cameraOff')}
            </span>
          )}
        </span>
      )}
      {isHeldBack && (
        <p className="wait small" data-testid="tile-held-back">
          {t('verification:trust.changedTile', { name: nameInText(t, peer.name) })}
        </p>
      )}
      {hasNoPath && !isHeldBack && <NoPath peer={peer} />}
      {peer.link === 'opening' && !isHeldBack && !hasNoPath && (
        <Wait title={t('meeting:connecting', { name: nameInText(t, peer.name) })} />
      )}
      {isLost && !hasNoPath && (
        <Wait
          title={t('meeting:reconnecting', { name: nameInText(t, peer.name) })}
          text={t('meeting:forSeconds', { count: lostFor })}
        />
      )}
      {!isHeldBack && <TileSigns of={peer.peerId} />}
      <figcaption className="plate">
        {!peer.microphone && peer.link !== 'opening' && <MutedMark />}
        {speaks && <SpeaksMark />}
        <Name of={peer.name} />
        {peer.contactName !== null && (
          <span className="cut own-name" data-testid="contact-name">
            {t('verification:trust.contactShort', { name: nameInText(t, peer.contactName) })}
          </span>
        )}
        <StandingBadge standing={peer.trust} />
        <TwinLine sharesNameWith={peer.sharesNameWith} />
      </figcaption>
      {peer.link !== 'opening' && !isHeldBack && (
        <div className="corner">
          <Button
            data-testid="safety-open"
            onClick={() => {
              openVerification(peer.peerId);
            }}
          >
            <Icon of={ShieldQuestionMark} size="small" />
            <span className="words">{t('meeting:control.safety')}</span>
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

/** The truth instead of a wait without end; Vigil goes on trying all the same. */
function NoPath({ peer: { name, reached, trust } }: { peer: PeerView }) {
  const { t } = useTranslation();
  const { state, places } = usePathsTried(trust);
  const isRelayed = state !== 'all';
  return (
    <div className="wait" data-testid="tile-no-path">
      <Icon of={Unplug} size="large" />
      <b role="status">
        {t(isRelayed ? 'turn:path.noneRelayed' : 'turn:path.none', { name: nameInText(t, name) })}
      </b>
      {reached && <span className="small">{t('turn:path.noneCarried')}</span>}
      <span className="small">
        {isRelayed ? t(`turn:path.noneHelpBy.${state}`, { places }) : t('turn:path.noneHelp')}
      </span>
    </div>
  );
}

/** Whole seconds since it began to be so; 0 while it is not. */
function useSecondsWhile(isSo: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!isSo) return;
    const since = systemClocks.steady();
    const timer = setInterval(() => {
      setSeconds(Math.floor((systemClocks.steady() - since) / 1000));
    }, 500);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [isSo]);
  return seconds;
}
