/**
 * The own screen, as far as main has a say: what is listed, which one the window may capture, and that Vigil's own
 * windows are not in it, where the system can do that.
 */
import type { DesktopCapturerSource, DisplayMediaRequestHandlerHandlerRequest, Streams } from 'electron';
import type { SteadyClock } from '../../shared/clocks';
import { VigilError } from '../../shared/errors';
import type { ScreenSources, Share } from '../../shared/ipc';
import { ScreenGrant, type Granted } from './screen-grant';
import { listSources, type Capturer } from './screen-sources';

interface OwnWindow {
  getMediaSourceId: () => string;
  setContentProtection: (on: boolean) => void;
}

export interface ScreenSharingPorts {
  capturer: Capturer;
  windows: () => readonly OwnWindow[];
  /** The system asks which one, and not Vigil. */
  systemPicks: boolean;
  /** The system keeps protected windows out of a screen. */
  hidesVigil: boolean;
  /** Until the system has drawn without the windows that were protected just now. */
  drawnAnew: () => Promise<void>;
  /** Whether that is the page of the window's own top frame. */
  isOurs: (frame: DisplayMediaRequestHandlerHandlerRequest['frame']) => boolean;
  steady: SteadyClock;
}

export class ScreenSharing {
  readonly #grant: ScreenGrant;
  #isInside = false;
  /** Something was chosen, and the window has not said yet what became of it. */
  #pending: Granted | null = null;
  /** What was chosen for the share that goes on, whatever the window says of it. */
  #shared: Granted | null = null;
  #share: Share | null = null;
  /** What was begun before an end is answered no more. */
  #attempt = 0;
  #isProtected = false;

  constructor(private readonly ports: ScreenSharingPorts) {
    this.#grant = new ScreenGrant(ports.steady);
  }

  /** Whether this person is in a meeting: otherwise nothing is listed and nothing captured. */
  inside(isInside: boolean): void {
    this.#isInside = isInside;
    if (!isInside) this.pageLost();
  }

  /** Whatever the window captured, or was about to, is gone. */
  pageLost(): void {
    this.close();
    this.#shared = null;
    this.#share = null;
    this.#protect();
  }

  /** Throws VigilError no-meeting. */
  async sources(): Promise<ScreenSources> {
    this.#demandMeeting();
    const { capturer, systemPicks, hidesVigil, windows } = this.ports;
    if (systemPicks) return { way: 'system', hidesVigil };
    const own = new Set(windows().map((window) => window.getMediaSourceId()));
    const attempt = ++this.#attempt;
    const sources = await listSources(capturer, own);
    this.#demandMeeting();
    // Of a dialog that was closed meanwhile nothing may be chosen.
    if (attempt === this.#attempt) this.#grant.listed(sources);
    return { way: 'list', sources, hidesVigil };
  }

  /** Throws VigilError no-meeting, bad-request. @param id null: the system asks. */
  choose(id: string | null): void {
    this.#demandMeeting();
    if ((id === null) !== this.ports.systemPicks) throw new VigilError('bad-request');
    this.#pending = id === null ? this.#grant.leaveToSystem() : this.#grant.choose(id);
    this.#protect();
  }

  /** Nothing is to be captured. */
  close(): void {
    this.#attempt += 1;
    this.#grant.forget();
    this.#pending = null;
    this.#protect();
  }

  /** What the window sends now, as it says. */
  shared(share: Share | null): void {
    if (!this.#isInside) return;
    if (share === null && this.#share !== null) this.#shared = null;
    if (share !== null && this.#pending !== null) {
      this.#shared = this.#pending;
      this.#pending = null;
    }
    this.#share = share;
    this.#protect();
  }

  /** Whether the window's request for the permission is the one that goes with what was chosen. */
  permit(): boolean {
    return this.#isInside && this.#grant.permit();
  }

  /** The window is about to capture what was chosen, and nothing else. */
  get isExpected(): boolean {
    return this.#isInside && this.#grant.isExpected;
  }

  /** The answer to the window's request for a capture; null: none. Sound is never given. */
  async answer({
    frame,
    videoRequested,
    audioRequested,
  }: Pick<
    DisplayMediaRequestHandlerHandlerRequest,
    'frame' | 'videoRequested' | 'audioRequested'
  >): Promise<Streams | null> {
    if (!this.ports.isOurs(frame) || !this.#isInside) return null;
    const granted = this.#grant.take();
    if (!granted || !videoRequested || audioRequested) return null;
    const attempt = this.#attempt;
    const source = granted.by === 'list' ? granted.source : await this.#askSystem();
    if (this.#isProtected) await this.ports.drawnAnew();
    // The dialog was closed, or the meeting is over.
    if (attempt !== this.#attempt) return null;
    return source && { video: { id: source.id, name: '' } };
  }

  /** The portal answers with what the person chose, or with nothing. */
  async #askSystem(): Promise<DesktopCapturerSource | null> {
    const options = { types: ['screen', 'window'] as ('screen' | 'window')[], thumbnailSize: NONE };
    const [chosen] = await this.ports.capturer.getSources(options);
    return chosen ?? null;
  }

  #demandMeeting(): void {
    if (!this.#isInside) throw new VigilError('no-meeting');
  }

  /** Secrets that Vigil shows are not in a screen that is shared. What the system chooses may be one. */
  #protect(): void {
    const { windows } = this.ports;
    const maySeeUs = this.#share?.source === 'screen' || [this.#pending, this.#shared].some(mayHoldUs);
    if (maySeeUs === this.#isProtected) return;
    this.#isProtected = maySeeUs;
    for (const window of windows()) window.setContentProtection(maySeeUs);
  }
}

const NONE = { width: 0, height: 0 };

/** The page's word for what the system chose counts for nothing. */
function mayHoldUs(granted: Granted | null): boolean {
  return granted !== null && (granted.by === 'system' || granted.source.source === 'screen');
}
