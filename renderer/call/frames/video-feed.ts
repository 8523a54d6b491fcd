/**
 * How the own picture gets into a link. Links know this interface only, so that encoding once for all links can
 * take the place of one encoder for each, without a change to keys, membership or screens.
 */
import type { LocalTracks } from '../local-tracks';
import type { FrameCryptoClient, FrameLink } from './frame-crypto-client';

export interface VideoFeed {
  /** The picture goes out by this sender, sealed, from now on; it may change or stop at any time. */
  attach: (sender: RTCRtpSender, link: FrameLink) => void;
  /** Nothing more goes out on this link. */
  detach: (linkId: string) => void;
  /** Nothing more goes out at all. */
  close: () => void;
}

/** The browser's own way: the track itself on every link, encoded for each. */
export class PerLinkVideoFeed implements VideoFeed {
  readonly #senders = new Map<string, RTCRtpSender>();
  readonly #unsubscribe: () => void;

  constructor(
    private readonly tracks: Pick<LocalTracks, 'video' | 'subscribe'>,
    private readonly frames: Pick<FrameCryptoClient, 'protectSender'>,
  ) {
    this.#unsubscribe = tracks.subscribe(() => {
      for (const sender of this.#senders.values()) replace(sender, tracks.video);
    });
  }

  attach(sender: RTCRtpSender, link: FrameLink): void {
    this.detach(link.linkId);
    this.#senders.set(link.linkId, sender);
    this.frames.protectSender(sender, link, 'video');
    replace(sender, this.tracks.video);
  }

  detach(linkId: string): void {
    const sender = this.#senders.get(linkId);
    if (sender) replace(sender, null);
    this.#senders.delete(linkId);
  }

  close(): void {
    this.#unsubscribe();
    for (const linkId of [...this.#senders.keys()]) this.detach(linkId);
  }
}

function replace(sender: RTCRtpSender, track: MediaStreamTrack | null): void {
  // Refused only by a connection that is closed.
  void sender.replaceTrack(track).catch(() => undefined);
}
