import { Minus, MonitorUp, Pause, PictureInPicture2, Plus, Users } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { Button, IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { useActions, useScreenShown, useSelected } from '../context';
import type { Box } from '../meeting/arrange';
import { nameInText } from '../text';
import { sharesWords } from './share-words';
import { useDetached } from './use-detached';
import { useZoom } from './use-zoom';
import { placeOf, seenPart } from './zoom';

/** Smaller pictures than this are those of a window that is minimised or closed at this moment. */
const LEAST_PIXELS = 2;

interface ShareViewerProps {
  /** Whose screen it is; it is shared. */
  peer: PeerView;
  /** Others who share theirs at the same time. */
  others: readonly PeerView[];
  style: CSSProperties;
}

/** The shared screen of somebody, as large as there is room, with all its pixels. */
export function ShareViewer({ peer, others, style }: ShareViewerProps) {
  const { t, i18n } = useTranslation();
  const { watch } = useActions();
  const stream = useSelected(({ screens }) => screens.get(peer.peerId));
  const area = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [picture, setPicture] = useState<Box | null>(null);
  const control = useZoom(area, picture);
  const tell = useScreenShown();
  const detached = useDetached(video);
  const isDetached = detached?.isDetached === true;
  const isPaused = peer.share?.paused === true;
  const isThere = picture !== null && picture.width >= LEAST_PIXELS && picture.height >= LEAST_PIXELS;

  useEffect(() => {
    tell(peer.peerId, isDetached);
    return () => {
      tell(null);
    };
  }, [tell, peer.peerId, isDetached]);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream ?? null;
  }, [stream]);

  const { scale, x, y } = placeOf(control.zoom, control.shown);
  const words = sharesWords(t, peer);
  const measured = (): void => {
    const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {};
    setPicture({ width, height });
  };
  return (
    <section className="shared large night" style={style} aria-label={words} data-testid="share-viewer">
      <div
        ref={area}
        className="shared-area"
        role="group"
        aria-label={t('sharing:zoom.area')}
        tabIndex={0}
        data-zoomed={control.zoom.state === 'zoomed'}
        data-testid="share-area"
        {...control.handlers}
      >
        <video
          ref={video}
          autoPlay
          playsInline
          muted
          hidden={isPaused}
          data-testid={`share-video-${peer.peerId}`}
          style={{
            width: (picture?.width ?? 0) * scale,
            height: (picture?.height ?? 0) * scale,
            transform: `translate(${String(x)}px, ${String(y)}px)`,
          }}
          onLoadedMetadata={measured}
          onResize={measured}
        />
        {(isPaused || !isThere) && (
          <p className="shared-wait" data-testid={isPaused ? 'share-paused' : 'share-waiting'}>
            {isPaused && <Icon of={Pause} />}
            {isPaused
              ? t('sharing:theirs.paused', { name: nameInText(t, peer.name) })
              : t('sharing:theirs.waiting')}
          </p>
        )}
      </div>
      {control.zoom.state === 'zoomed' && !isPaused && <Map part={seenPart(control.zoom, control.shown)} />}
      <div className="shared-bar" role="group" aria-label={t('sharing:zoom.bar')}>
        <span className="shared-name cut">
          <Icon of={MonitorUp} size="small" />
          <span className="cut">{words}</span>
        </span>
        {isThere && !isPaused && (
          <>
            <IconButton
              icon={Minus}
              label={t('sharing:zoom.out')}
              isIdle={control.zoom.state === 'fit'}
              data-testid="share-zoom-out"
              onClick={control.smaller}
            />
            <output className="small ltr" data-testid="share-percent">
              {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(control.percent / 100)}
            </output>
            <IconButton
              icon={Plus}
              label={t('sharing:zoom.in')}
              data-testid="share-zoom-in"
              onClick={control.larger}
            />
            <Button
              kind="bare"
              aria-pressed={control.zoom.state === 'fit'}
              data-testid="share-fit"
              onClick={control.fit}
            >
              {t('sharing:zoom.fit')}
            </Button>
            <Button
              kind="bare"
              className="ltr"
              title={t('sharing:zoom.actualHint')}
              data-testid="share-actual"
              onClick={control.actual}
            >
              1:1
            </Button>
          </>
        )}
        {detached && (
          <IconButton
            icon={PictureInPicture2}
            label={t('sharing:zoom.detach')}
            aria-pressed={isDetached}
            isIdle={isPaused || !isThere}
            data-testid="share-detach"
            onClick={detached.toggle}
          />
        )}
        {others.map((other) => (
          <Button
            key={other.peerId}
            kind="bare"
            icon={MonitorUp}
            className="shared-other"
            aria-label={t('sharing:theirs.showOther', { name: nameInText(t, other.name) })}
            title={t('sharing:theirs.showOther', { name: nameInText(t, other.name) })}
            data-testid={`share-show-${other.peerId}`}
            onClick={() => {
              watch({ peerId: other.peerId });
            }}
          >
            <bdi className="cut">{other.name}</bdi>
          </Button>
        ))}
        <IconButton
          icon={Users}
          label={t('sharing:theirs.showPeople')}
          data-testid="share-people"
          onClick={() => {
            watch('people');
          }}
        />
      </div>
    </section>
  );
}

/** Which part is seen; nothing for those who hear the page. */
function Map({ part }: { part: ReturnType<typeof seenPart> }) {
  const percent = (share: number): string => `${String(share * 100)}%`;
  return (
    <div className="shared-map" aria-hidden="true" data-testid="share-map">
      <span
        style={{
          ...{ insetInlineStart: percent(part.x), top: percent(part.y) },
          ...{ width: percent(part.width), height: percent(part.height) },
        }}
      />
    </div>
  );
}
