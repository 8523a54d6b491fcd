/** One audio and one video transceiver per connection, in both directions, for its whole life. */
import { ALLOWED_EXTENSIONS } from '../sdp/media-sdp';
import type { FrameCryptoClient, FrameConnection } from '../frames/frame-crypto-client';
import type { VideoFeed } from '../frames/video-feed';
import type { LocalTracks } from '../devices/local-tracks';

const CODECS = { audio: ['audio/opus', 'audio/red'], video: ['video/VP8', 'video/rtx'] } as const;
type Kind = keyof typeof CODECS;

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
}

export class Transceivers {
  readonly #mine = new Map<Kind, RTCRtpTransceiver>();
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
    for (const kind of ['audio', 'video'] as const) {
      this.#adopt(connection.addTransceiver(kind, { direction: 'sendrecv' }));
    }
  }

  /** The answering side finds them in the offer. */
  adopt(transceiver: RTCRtpTransceiver): void {
    if (this.#silenced || this.#mine.has(kindOf(transceiver))) return;
    transceiver.direction = 'sendrecv';
    this.#adopt(transceiver);
  }

  /** Nothing is sent any more. */
  silence(): void {
    this.#silenced = true;
    this.#unsubscribe();
    this.sealing.pictures.detach(this.connection.connectionId);
    void this.#mine
      .get('audio')
      ?.sender.replaceTrack(null)
      .catch(() => undefined);
    this.#mine.clear();
  }

  /** Frames pass through the worker from the first one on, or not at all. */
  #adopt(transceiver: RTCRtpTransceiver): void {
    const kind = kindOf(transceiver);
    restrict(transceiver);
    this.#mine.set(kind, transceiver);
    this.sealing.frames.protectReceiver(transceiver.receiver, this.connection, kind);
    if (kind === 'video') {
      this.sealing.pictures.attach(transceiver.sender, this.connection);
      return;
    }
    this.sealing.frames.protectSender(transceiver.sender, this.connection, kind);
    this.#fillSound();
  }

  #fillSound(): void {
    if (this.#silenced) return;
    // Refused only by a connection that is closed.
    void this.#mine
      .get('audio')
      ?.sender.replaceTrack(this.tracks.audio)
      .catch(() => undefined);
  }
}
