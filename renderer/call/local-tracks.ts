/** What is sent: the own microphone's and camera's tracks, which may change at any time. */
export interface LocalTracks {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** Called after either has changed; the function returned ends it. */
  subscribe: (listener: () => void) => () => void;
}
