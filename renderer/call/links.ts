/** Carries out main's link commands and reports what becomes of them; collects the others' tracks. */
import type { LinkCommand, LinkReport } from '../../shared/ipc';
import type { ViewHeight } from '../../shared/wire/view-height';
import type { LocalTracks } from './local-tracks';
import type { FrameCommand, FrameReport } from '../../shared/media/frame-messages';
import { FrameCryptoClient } from './frames/frame-crypto-client';
import { PerLinkVideoFeed } from './frames/video-feed';
import { PeerConnection } from './peer-connection';
import type { Sealing } from './transceivers';

interface Link {
  peerId: string;
  connection: PeerConnection;
  stream: MediaStream;
}

export interface LinksEvents {
  report: (report: LinkReport) => void;
  reportFrames: (report: FrameReport) => void;
  /** The others' sound and picture have changed. */
  streams: (streams: ReadonlyMap<string, MediaStream>) => void;
}

export class Links {
  readonly #links = new Map<string, Link>();

  readonly #sealing: Sealing;

  constructor(
    private readonly tracks: LocalTracks,
    private readonly events: LinksEvents,
    startWorker: () => Worker,
  ) {
    const frames = new FrameCryptoClient(startWorker, {
      report: events.reportFrames,
      counters: () => undefined,
    });
    this.#sealing = { frames, pictures: new PerLinkVideoFeed(tracks, frames) };
  }

  /** Keys for the frame worker. */
  runFrames(command: FrameCommand): void {
    this.#sealing.frames.run(command);
  }

  /** Links over which sound and picture come. */
  get live(): { linkId: string; peerId: string }[] {
    const live = [...this.#links].filter(([, { stream }]) => stream.getTracks().length > 0);
    return live.map(([linkId, { peerId }]) => ({ linkId, peerId }));
  }

  /** What the browser counts, of all links. */
  async stats(): Promise<RTCStatsReport[]> {
    const reports = [...this.#links.values()].map(({ connection }) => connection.stats().catch(() => null));
    return (await Promise.all(reports)).filter((report) => report !== null);
  }

  /** How tall the picture that comes over this link is shown. */
  reportView(linkId: string, height: ViewHeight): void {
    this.events.report({ type: 'view', linkId, height });
  }

  /** Whatever the browser refuses ends the link, and main is told. */
  run(command: LinkCommand): void {
    try {
      this.#run(command);
    } catch {
      this.#links.get(command.linkId)?.connection.close(false);
      this.#links.delete(command.linkId);
      this.events.report({ type: 'closed', linkId: command.linkId, reason: 'failed' });
    }
  }

  #run(command: LinkCommand): void {
    if (command.type === 'open') {
      this.#open(command);
      return;
    }
    const connection = this.#links.get(command.linkId)?.connection;
    if (!connection) return;
    switch (command.type) {
      case 'accept-answer':
        connection.acceptAnswer(command.remote);
        break;
      case 'send':
        connection.send(command.bytes);
        break;
      case 'start-media':
        connection.startMedia();
        break;
      case 'accept-media':
        connection.acceptMedia(command.remote);
        break;
      case 'show':
        this.#sealing.pictures.show(command.linkId, command.height);
        break;
      case 'close':
        connection.close(command.linger);
        break;
    }
  }

  #open({ linkId, peerId, role, iceServers }: Extract<LinkCommand, { type: 'open' }>): void {
    if (this.#links.has(linkId)) return;
    const stream = new MediaStream();
    const { report } = this.events;
    const servers = iceServers.map(({ urls, username, credential }) => ({
      urls,
      ...(username === undefined ? {} : { username }),
      ...(credential === undefined ? {} : { credential }),
    }));
    const connection = new PeerConnection({ linkId, peerId }, role, servers, this.tracks, this.#sealing, {
      described: (description) => {
        report({ type: 'described', linkId, description });
      },
      opened: () => {
        report({ type: 'opened', linkId });
      },
      received: (bytes) => {
        report({ type: 'received', linkId, bytes });
      },
      mediaDescribed: (description) => {
        report({ type: 'media-described', linkId, description });
      },
      track: (track) => {
        stream.addTrack(track);
        this.#tellStreams();
      },
      path: (state) => {
        report({ type: 'path', linkId, state });
      },
      closed: (reason) => {
        this.#links.delete(linkId);
        this.#sealing.frames.release(linkId);
        report({ type: 'closed', linkId, reason });
        this.#tellStreams();
      },
    });
    this.#links.set(linkId, { peerId, connection, stream });
  }

  #tellStreams(): void {
    const live = [...this.#links.values()].filter(({ stream }) => stream.getTracks().length > 0);
    this.events.streams(new Map(live.map(({ peerId, stream }) => [peerId, stream])));
  }
}
