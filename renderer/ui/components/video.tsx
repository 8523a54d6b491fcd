import { useEffect, useRef, type RefObject } from 'react';
import { speakerInUse } from '../../state/speaker';
import { useSelected } from '../context';

/** A picture that stands upright, of a telephone as a camera, is shown whole: filled, it would be a strip of a face. */
function useWholeWhereTall(video: RefObject<HTMLVideoElement | null>): void {
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const follow = (): void => {
      element.dataset['tall'] = String(element.videoHeight > element.videoWidth);
    };
    element.addEventListener('resize', follow);
    return () => {
      element.removeEventListener('resize', follow);
    };
  }, [video]);
}

/** The others' sound and picture. It stays in place while the camera is off, because it carries the sound. */
export function RemoteVideo({
  stream,
  volume,
  isShown,
  testId,
}: {
  stream: MediaStream | undefined;
  /** From 0 to 1; null: it is heard by other means, or not at all. */
  volume: number | null;
  isShown: boolean;
  testId: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream ?? null;
  }, [stream]);
  useEffect(() => {
    if (video.current === null) return;
    video.current.muted = volume === null;
    video.current.volume = volume ?? 0;
  }, [volume]);
  useWholeWhereTall(video);
  const speakerId = useSelected(speakerInUse);
  useEffect(() => {
    video.current?.setSinkId(speakerId ?? '').catch(() => undefined);
  }, [speakerId]);
  return (
    <video
      ref={video}
      className={isShown ? 'picture' : 'picture sound-only'}
      autoPlay
      playsInline
      data-testid={testId}
    />
  );
}

/** One's own picture, mirrored as in a mirror, and always without sound. */
export function OwnVideo({ stream, label }: { stream: MediaStream; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  useWholeWhereTall(video);
  return (
    <video
      ref={video}
      className="picture mirrored"
      autoPlay
      playsInline
      muted
      aria-label={label}
      data-testid="video-self"
    />
  );
}

/** A second view of somebody's picture, or of a camera: without sound, and no news to screen readers. */
export function StillVideo({ stream, className }: { stream: MediaStream; className?: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return <video ref={video} className={className} autoPlay playsInline muted aria-hidden="true" />;
}
