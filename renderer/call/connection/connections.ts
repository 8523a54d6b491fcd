/** Carries out main's link commands and reports what becomes of them; collects the others' tracks. */
import type { LinkCommand, LinkReport } from '../../../shared/ipc';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { LocalTracks } from '../devices/local-tracks';
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import { FrameCryptoClient } from '../frames/frame-crypto-client';
import { linkWayOf } from './ice-configuration';
import { PerLinkVideoFeed } from '../frames/video-feed';
import { PeerConnection } from './peer-connection';
import { ShownStreams } from './shown-streams';
import type { Sealing } from './transceivers';

export interface LinksEvents {
  report: (report: LinkReport) => void;
  reportFrames: (report: FrameReport) => void;
  /** Nothing can be sealed or opened: no sound and no picture, in either direction. */
  sealingBroken: () => void;
  /** The others' sound and picture have changed. */
  streams: (streams: ReadonlyMap<string, MediaStream>) => void;
}

interface Link {
  peerId: string;
  connection: PeerConnection;
  /** Sound or picture comes over it. */
  brings: boolean;
}

export class Links {
  readonly #links = new Map<string, Link>();
  readonly #shown: ShownStreams;

  readonly #sealing: Sealing;

  constructor(
    private readonly tracks: LocalTracks,
    private readonly events: LinksEvents,
    startWorker: () => Worker,
  ) {
    this.#shown = new ShownStreams(events.streams);
    const frames = new FrameCryptoClient(startWorker, {
      report: events.reportFrames,
      broken: events.sealingBroken,
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
    const live = [...this.#links].filter(([, { brings }]) => brings);
    return live.map(([linkId, { peerId }]) => ({ linkId, peerId }));
  }

  /** What the browser counts, of all links. */
  async stats(): Promise<RTCStatsReport[]> {
    return (await this.reports()).map(({ report }) => report);
  }

  /** The same, and whose link it is. */
  async reports(): Promise<{ peerId: string; report: RTCStatsReport }[]> {
    const reports = [...this.#links.values()].map(async ({ peerId, connection }) => {
      const report = await connection.stats().catch(() => null);
      return report ? [{ peerId, report }] : [];
    });
    return (await Promise.all(reports)).flat();
  }

  /** How tall the picture that comes over this link is shown. */
  reportView(linkId: string, height: ViewHeight): void {
    this.events.report({ type: 'view', linkId, height });
  }

  /** Who is in the meeting: of nobody else anything is shown or heard. */
  keepOnly(peerIds: readonly string[]): void {
    this.#shown.keepOnly(peerIds);
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
      case 'set-way':
        connection.setWay(linkWayOf(command));
        break;
      case 'restart':
        connection.restart();
        break;
      case 'accept-restart':
        connection.acceptRestart(command.remote);
        break;
      case 'close':
        connection.close(command.linger);
        break;
    }
  }

  #open({ linkId, peerId, role, ...way }: Extract<LinkCommand, { type: 'open' }>): void {
    if (this.#links.has(linkId)) return;
    const { report } = this.events;
    const ends = { linkId, peerId };
    const connection = new PeerConnection(ends, role, linkWayOf(way), this.tracks, this.#sealing, {
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
        link.brings = true;
        this.#shown.show(peerId, track);
      },
      restartDescribed: (description) => {
        report({ type: 'restart-described', linkId, description });
      },
      path: (state) => {
        report({ type: 'path', linkId, state });
      },
      closed: (reason) => {
        this.#links.delete(linkId);
        this.#sealing.frames.release(linkId);
        report({ type: 'closed', linkId, reason });
      },
    });
    const link: Link = { peerId, connection, brings: false };
    this.#links.set(linkId, link);
  }
}
