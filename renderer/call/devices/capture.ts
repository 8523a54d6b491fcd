/** Asks for one capture device; every way in which that can fail has a name. */

export type CaptureFailure = 'none-found' | 'busy' | 'denied' | 'unknown';
export type Capture = { ok: true; track: MediaStreamTrack } | { ok: false; reason: CaptureFailure };

const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

/** What the browser does to a voice by itself. */
export interface BrowserSound {
  echoCancellation: boolean;
  noiseSuppression: boolean;
  autoGainControl: boolean;
}

export function isSameSound(one: BrowserSound | null, other: BrowserSound): boolean {
  return (
    one?.echoCancellation === other.echoCancellation &&
    one.noiseSuppression === other.noiseSuppression &&
    one.autoGainControl === other.autoGainControl
  );
}

const ALL: BrowserSound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

function failureOf(error: unknown): CaptureFailure {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    default:
      return 'unknown';
  }
}

async function ask(
  kind: 'audio' | 'video',
  deviceId: string | null,
  sound: BrowserSound,
): Promise<MediaStreamTrack> {
  const wanted = kind === 'video' ? PICTURE : { ...sound };
  const constraints = deviceId === null ? wanted : { ...wanted, deviceId: { exact: deviceId } };
  const stream = await navigator.mediaDevices.getUserMedia({ [kind]: constraints });
  const [track] = stream.getTracks();
  if (!track) throw new DOMException('no track', 'NotFoundError');
  return track;
}

/** @param mayReplace a chosen device that is gone is replaced by the system's default one. */
export async function capture(
  kind: 'audio' | 'video',
  deviceId: string | null,
  mayReplace = true,
  sound: BrowserSound = ALL,
): Promise<Capture> {
  try {
    return { ok: true, track: await ask(kind, deviceId, sound) };
  } catch (error) {
    const reason = failureOf(error);
    if (deviceId !== null && reason === 'none-found' && mayReplace) return capture(kind, null, false, sound);
    return { ok: false, reason };
  }
}
