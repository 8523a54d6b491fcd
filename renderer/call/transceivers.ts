/** One audio and one video transceiver per link, in both directions, for the link's whole life. */
import { ALLOWED_EXTENSIONS } from './media-sdp';
import type { LocalTracks } from './local-tracks';

const CODECS = { audio: ['audio/opus'], video: ['video/VP8', 'video/rtx'] } as const;
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

export class Transceivers {
  readonly #mine = new Map<Kind, RTCRtpTransceiver>();
  readonly #unsubscribe: () => void;
  #silenced = false;

  constructor(private readonly tracks: LocalTracks) {
    this.#unsubscribe = tracks.subscribe(() => {
      for (const transceiver of this.#mine.values()) void this.#fill(transceiver);
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
    for (const { sender } of this.#mine.values()) void sender.replaceTrack(null).catch(() => undefined);
    this.#mine.clear();
  }

  #adopt(transceiver: RTCRtpTransceiver): void {
    restrict(transceiver);
    this.#mine.set(kindOf(transceiver), transceiver);
    void this.#fill(transceiver);
  }

  async #fill(transceiver: RTCRtpTransceiver): Promise<void> {
    const track = this.#silenced ? null : this.tracks[kindOf(transceiver)];
    try {
      await transceiver.sender.replaceTrack(track);
    } catch {
      // The link was closed meanwhile.
    }
  }
}
