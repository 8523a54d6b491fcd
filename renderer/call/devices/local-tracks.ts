import type { SoundEncoding } from '../encoding/sound-encoding';

/** What is sent: the own microphone's and camera's tracks, which may change at any time. */
export interface LocalTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** How sound is sent on links that are made now. */
  readonly soundEncoding: SoundEncoding;
  /** Less is sent, see the setting. */
  readonly savesBandwidth: boolean;
  /** Called after either has changed; the function returned ends it. */
  subscribe: (listener: () => void) => () => void;
}
