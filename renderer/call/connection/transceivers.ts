/**
 * One transceiver for the voice, one for the camera and one for a screen per connection, in both directions, for its
 * whole life: what is not sent right now needs no other description, and is sealed from its first frame on.
 */
import { replaceTrack } from '../frames/replace-track';
import { ALLOWED_EXTENSIONS } from '../sdp/media-sdp';
import type { FrameCryptoClient, FrameConnection } from '../frames/frame-crypto-client';
import type { VideoFeed } from '../frames/video-feed';
import type { ScreenFeed } from '../screen/screen-feed';
import type { MediaPart } from '../../../shared/wire/description';
import type { LocalTracks } from '../devices/local-tracks';

const CODECS = { audio: ['audio/opus', 'audio/red'], video: ['video/VP8', 'video/rtx'] } as const;
type Kind = keyof typeof CODECS;
const parts = ['audio', 'video', 'screen'] as const satisfies MediaPart[];

/** Chromium has these; the DOM's types do not know them yet. */
interface ExtensionControl {
  getHeaderExtensionsToNegotiate: () => { uri: string; direction: string }[];
  setHeaderExtensionsToNegotiate: (extensions: { uri: string; direction: string }[]) => void;
}

function kindOf(transceiver: RTCRtpTransceiver): Kind {
  return transceiver.receiver.track.kind === 'audio' ? 'audio' : 'video';
}

/** Restricts what is negotiated to what Vigil speaks: no audio levels in the clear, two codecs. */
function restrict(transceiver: RTCRtpTransceiver): void {
  const allowed: readonly string[] = CODECS[kindOf(transceiver)];
  const codecs = RTCRtpReceiver.getCapabilities(kindOf(transceiver))?.codecs ?? [];
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => allowed.includes(mimeType)));
  const control = transceiver as RTCRtpTransceiver & Partial<ExtensionControl>;
  const extensions = control.getHeaderExtensionsToNegotiate?.() ?? [];
  control.setHeaderExtensionsToNegotiate?.(
    extensions.map(({ uri }) => ({ uri, direction: ALLOWED_EXTENSIONS.has(uri) ? 'sendrecv' : 'stopped' })),
  );
}

/** What seals and opens the frames of all connections, and what feeds pictures into them. */
export interface Sealing {
  frames: FrameCryptoClient;
  pictures: VideoFeed;
  screens: Pick<ScreenFeed, 'attach' | 'detach'>;
}

export class Transceivers {
  readonly #mine = new Map<MediaPart, RTCRtpTransceiver>();
  readonly #unsubscribe: () => void;
  #silenced = false;

  constructor(
    private readonly connection: FrameConnection,
    private readonly tracks: LocalTracks,
    private readonly sealing: Sealing,
  ) {
    this.#unsubscribe = tracks.subscribe(() => {
      this.#fillSound();
    });
  }

  /** The offering side makes them. */
  add(connection: RTCPeerConnection): void {
    for (const part of parts) {
      const kind = part === 'audio' ? 'audio' : 'video';
      this.#adopt(connection.addTransceiver(kind, { direction: 'sendrecv' }), part);
    }
  }

  /** The answering side finds them in the offer. */
  adopt(transceiver: RTCRtpTransceiver, part: MediaPart): void {
    if (this.#silenced || this.#mine.has(part)) return;
    transceiver.direction = 'sendrecv';
    this.#adopt(transceiver, part);
  }

  /** What comes by this one, once it is known; null: nothing that was negotiated. */
  partOf(transceiver: RTCRtpTransceiver): MediaPart | null {
    return parts.find((part) => this.#mine.get(part) === transceiver) ?? null;
  }

  /** Nothing is sent any more. */
  silence(): void {
    this.#silenced = true;
    this.#unsubscribe();
    this.sealing.pictures.detach(this.connection.connectionId);
    this.sealing.screens.detach(this.connection.connectionId);
    this.#sendSound(null);
    this.#mine.clear();
  }

  /** Frames pass through the worker from the first one on, or not at all. */
  #adopt(transceiver: RTCRtpTransceiver, part: MediaPart): void {
    restrict(transceiver);
    this.#mine.set(part, transceiver);
    this.sealing.frames.protectReceiver(transceiver.receiver, this.connection, part);
    switch (part) {
      case 'audio':
        this.sealing.frames.protectSender(transceiver.sender, this.connection, part);
        this.#fillSound();
        break;
      case 'video':
        this.sealing.pictures.attach(transceiver.sender, this.connection);
        break;
      case 'screen':
        this.sealing.screens.attach(transceiver.sender, this.connection);
        break;
    }
  }

  #fillSound(): void {
    if (!this.#silenced) this.#sendSound(this.tracks.audio);
  }

  #sendSound(track: MediaStreamTrack | null): void {
    const sound = this.#mine.get('audio');
    if (sound) replaceTrack(sound.sender, track);
  }
}
