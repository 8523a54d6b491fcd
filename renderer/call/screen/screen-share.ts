/** The own screen or window that is shared: chosen before by the person, captured here; paused, stopped, or gone. */
import type { ShareMode } from '../encoding/screen-encoding';
import type { SharedScreen } from './screen-feed';

export type SharedSource = 'window' | 'screen';

export type ShareEnd =
  /** The person has stopped it, or the meeting is over. */
  | 'stopped'
  /** The window was closed, the screen unplugged, or the system has stopped it. */
  | 'gone'
  /** The person, in the system's own dialog, or the system itself did not allow it. */
  | 'refused'
  | 'failed';

export type ShareState =
  | { state: 'off'; end: ShareEnd }
  /** The system has not answered yet. source: null where it asks which. */
  | { state: 'starting'; source: SharedSource | null }
  /** label: how the person knows it; null where only the system does. isStill: the system sends no pictures, of a
   *  window that is minimised for instance. */
  | { state: 'on'; source: SharedSource; label: string | null; isPaused: boolean; isStill: boolean };

export interface ShareChoice {
  /** Null: the system asks which. */
  chosen: { source: SharedSource; label: string } | null;
  mode: ShareMode;
}

/** Larger screens are made smaller, so that a usual computer can encode them. */
const MAX_WIDTH = 3840;
const MAX_HEIGHT = 2160;
const framesPerSecond: Record<ShareMode, number> = { text: 10, motion: 30 };

export class ScreenShare implements SharedScreen {
  #state: ShareState = { state: 'off', end: 'stopped' };
  #captured: MediaStreamTrack | null = null;
  #mode: ShareMode = 'text';
  /** Which start is the latest: an older one that comes back late is thrown away. */
  #attempt = 0;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly settings: () => { saveBandwidth: boolean },
    private readonly devices: Pick<MediaDevices, 'getDisplayMedia'> = navigator.mediaDevices,
  ) {}

  get state(): ShareState {
    return this.#state;
  }

  /** Nothing of a paused screen leaves this computer. */
  get track(): MediaStreamTrack | null {
    return this.#state.state === 'on' && !this.#state.isPaused ? this.#captured : null;
  }

  get mode(): ShareMode {
    return this.#mode;
  }

  get savesBandwidth(): boolean {
    return this.settings().saveBandwidth;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Main has been told before what may be captured. */
  async start({ chosen, mode }: ShareChoice): Promise<void> {
    this.#release();
    const attempt = ++this.#attempt;
    this.#become({ state: 'starting', source: chosen?.source ?? null });
    const asked = {
      video: {
        width: { max: MAX_WIDTH },
        height: { max: MAX_HEIGHT },
        frameRate: { max: framesPerSecond[mode] },
      },
      audio: false,
    };
    try {
      const stream = await this.devices.getDisplayMedia(asked);
      const [track] = stream.getVideoTracks();
      if (attempt !== this.#attempt || !track) {
        for (const one of stream.getTracks()) one.stop();
        if (attempt === this.#attempt) this.#become({ state: 'off', end: 'failed' });
        return;
      }
      this.#mode = mode;
      this.#adopt(track, chosen?.label ?? null, chosen?.source ?? surfaceOf(track));
    } catch (error) {
      if (attempt !== this.#attempt) return;
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      this.#become({ state: 'off', end: isRefused ? 'refused' : 'failed' });
    }
  }

  pause(isPaused: boolean): void {
    if (this.#state.state === 'on') this.#become({ ...this.#state, isPaused });
  }

  /** Also where the system never answers. How an earlier share ended is forgotten with it. */
  stop(): void {
    const state = this.#state;
    if (state.state !== 'off') this.#end('stopped');
    else if (state.end !== 'stopped') this.#become({ state: 'off', end: 'stopped' });
  }

  #adopt(track: MediaStreamTrack, label: string | null, source: SharedSource): void {
    this.#captured = track;
    track.contentHint = this.#mode;
    track.addEventListener('ended', () => {
      if (this.#captured === track) this.#end('gone');
    });
    for (const event of ['mute', 'unmute'] as const) {
      track.addEventListener(event, () => {
        if (this.#captured !== track || this.#state.state !== 'on') return;
        this.#become({ ...this.#state, isStill: track.muted });
      });
    }
    this.#become({ state: 'on', source, label, isPaused: false, isStill: track.muted });
  }

  #end(end: ShareEnd): void {
    if (this.#state.state === 'off') return;
    this.#attempt++;
    this.#release();
    this.#become({ state: 'off', end });
  }

  #release(): void {
    const track = this.#captured;
    this.#captured = null;
    track?.stop();
  }

  #become(state: ShareState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function surfaceOf(track: MediaStreamTrack): SharedSource {
  return track.getSettings().displaySurface === 'window' ? 'window' : 'screen';
}
