/** How the own shared screen gets into the connections. Each that shows it is encoded for itself. */
import type { FrameCryptoClient, FrameConnection } from '../frames/frame-crypto-client';
import { screenEncoding, type ShareMode } from '../encoding/screen-encoding';
import { SenderEncoding } from '../encoding/sender-encoding';
import { replaceTrack } from '../frames/replace-track';

/** What is sent of the own screen; it may change at any time. */
export interface SharedScreen {
  /** Null while none is shared, or it is paused: then nothing is sent. */
  readonly track: MediaStreamTrack | null;
  readonly mode: ShareMode;
  readonly savesBandwidth: boolean;
  /** Called after something has changed. */
  subscribe: (listener: () => void) => () => void;
}

interface Fed {
  sender: RTCRtpSender;
  encoding: SenderEncoding;
}

export class ScreenFeed {
  readonly #fed = new Map<string, Fed>();
  /** Connections whose viewers have said that they show it; of any other nothing is known, and it gets nothing. */
  readonly #seen = new Set<string>();

  constructor(
    private readonly screen: SharedScreen,
    private readonly frames: Pick<FrameCryptoClient, 'protectSender'>,
  ) {
    screen.subscribe(() => {
      this.#adapt();
    });
  }

  /** The screen goes out by this sender, sealed, whenever one is shared and the viewer shows it. */
  attach(sender: RTCRtpSender, connection: FrameConnection): void {
    this.detach(connection.connectionId);
    this.#fed.set(connection.connectionId, { sender, encoding: new SenderEncoding(sender) });
    this.frames.protectSender(sender, connection, 'screen');
    this.#adapt();
  }

  /** Whether the viewer at the other end of this connection shows it. */
  show(connectionId: string, isShown: boolean): void {
    if (!this.#fed.has(connectionId)) return;
    if (isShown) this.#seen.add(connectionId);
    else this.#seen.delete(connectionId);
    this.#adapt();
  }

  /** Nothing more goes out on this connection. */
  detach(connectionId: string): void {
    const fed = this.#fed.get(connectionId);
    if (!fed) return;
    replaceTrack(fed.sender, null);
    this.#fed.delete(connectionId);
    this.#seen.delete(connectionId);
    this.#adapt();
  }

  #adapt(): void {
    const { track, mode, savesBandwidth } = this.screen;
    const receivers = this.#seen.size;
    for (const [connectionId, { sender, encoding }] of this.#fed) {
      const isShown = this.#seen.has(connectionId);
      replaceTrack(sender, isShown ? track : null);
      encoding.want(screenEncoding({ mode, isShown, receivers, savesBandwidth }));
    }
  }
}
