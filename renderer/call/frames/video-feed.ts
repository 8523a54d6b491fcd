/**
 * How the own picture gets into a connection. Connections know this interface only: encoding once for all links
 * (renderer/call/once/) takes the place of one encoder for each, without a change to keys, membership or screens.
 */
import { FULL_VIEW, type ViewHeight } from '../../../shared/wire/view-height';
import { pictureEncoding } from '../encoding/picture-encoding';
import { encodingOf, type SenderEncoding } from '../encoding/sender-encoding';
import type { LocalTracks } from '../devices/local-tracks';
import type { FrameCryptoClient, FrameConnection } from './frame-crypto-client';
import { replaceTrack } from './replace-track';

export interface VideoFeed {
  /** The picture goes out by this sender, sealed, from now on; it may change or stop at any time. */
  attach: (sender: RTCRtpSender, connection: FrameConnection) => void;
  /** The viewer at the other end of this connection shows the picture so tall; 0 pauses it. */
  show: (connectionId: string, height: ViewHeight) => void;
  /** Nothing more goes out on this connection. */
  detach: (connectionId: string) => void;
  /** Nothing more goes out at all. */
  close: () => void;
}

interface Fed {
  sender: RTCRtpSender;
  encoding: SenderEncoding;
}

/** The browser's own way: the track itself on every connection, encoded for each. */
export class PerConnectionVideoFeed implements VideoFeed {
  readonly #fed = new Map<string, Fed>();
  readonly #views = new Map<string, ViewHeight>();
  readonly #unsubscribe: () => void;

  constructor(
    private readonly tracks: Pick<LocalTracks, 'video' | 'savesBandwidth' | 'subscribe'>,
    private readonly frames: Pick<FrameCryptoClient, 'protectSender'>,
  ) {
    this.#unsubscribe = tracks.subscribe(() => {
      for (const { sender } of this.#fed.values()) replaceTrack(sender, tracks.video);
      this.#adapt();
    });
  }

  attach(sender: RTCRtpSender, connection: FrameConnection): void {
    this.detach(connection.connectionId);
    this.#fed.set(connection.connectionId, { sender, encoding: encodingOf(sender) });
    this.frames.protectSender(sender, connection, 'video');
    replaceTrack(sender, this.tracks.video);
    this.#adapt();
  }

  show(connectionId: string, height: ViewHeight): void {
    if (!this.#fed.has(connectionId)) return;
    this.#views.set(connectionId, height);
    this.#adapt();
  }

  detach(connectionId: string): void {
    const fed = this.#fed.get(connectionId);
    if (!fed) return;
    replaceTrack(fed.sender, null);
    this.#fed.delete(connectionId);
    this.#views.delete(connectionId);
    this.#adapt();
  }

  close(): void {
    this.#unsubscribe();
    for (const connectionId of [...this.#fed.keys()]) this.detach(connectionId);
  }

  /** One viewer that comes, goes or pauses changes what is left for the others. */
  #adapt(): void {
    const { video, savesBandwidth } = this.tracks;
    const captureHeight = video?.getSettings().height ?? null;
    const viewOf = (connectionId: string): ViewHeight => this.#views.get(connectionId) ?? FULL_VIEW;
    const receivers = [...this.#fed.keys()].filter((connectionId) => viewOf(connectionId) > 0).length;
    for (const [connectionId, { encoding }] of this.#fed) {
      encoding.want(
        pictureEncoding({ view: viewOf(connectionId), captureHeight, receivers, savesBandwidth }),
      );
    }
  }
}
