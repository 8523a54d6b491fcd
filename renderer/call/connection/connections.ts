/** Carries out main's link commands and reports what becomes of them; collects the others' tracks. */
import type { ConnectionCommand, LinkReport } from '../../../shared/ipc';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { LocalTracks } from '../devices/local-tracks';
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import { FrameCryptoClient } from '../frames/frame-crypto-client';
import { iceConfigurationOf } from './ice-configuration';
import { PerConnectionVideoFeed } from '../frames/video-feed';
import { PeerConnection } from './peer-connection';
import { ShownStreams } from './shown-streams';
import type { Sealing } from './transceivers';

export interface ConnectionsEvents {
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

export class Connections {
  readonly #links = new Map<string, Link>();
  readonly #shown: ShownStreams;

  readonly #sealing: Sealing;

  constructor(
    private readonly tracks: LocalTracks,
    private readonly events: ConnectionsEvents,
    startWorker: () => Worker,
  ) {
    this.#shown = new ShownStreams(events.streams);
    const frames = new FrameCryptoClient(startWorker, {
      report: events.reportFrames,
      broken: events.sealingBroken,
      counters: () => undefined,
    });
    this.#sealing = { frames, pictures: new PerConnectionVideoFeed(tracks, frames) };
  }

  /** Keys for the frame worker. */
  runFrames(command: FrameCommand): void {
    this.#sealing.frames.run(command);
  }

  /** Links over which sound and picture come. */
  get live(): { connectionId: string; peerId: string }[] {
    const live = [...this.#links].filter(([, { brings }]) => brings);
    return live.map(([connectionId, { peerId }]) => ({ connectionId, peerId }));
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
  reportView(connectionId: string, height: ViewHeight): void {
    this.events.report({ type: 'view', connectionId, height });
  }

  /** Who is in the meeting: of nobody else anything is shown or heard. */
  keepOnly(peerIds: readonly string[]): void {
    this.#shown.keepOnly(peerIds);
  }

  /** Whatever the browser refuses ends the link, and main is told. */
  run(command: ConnectionCommand): void {
    try {
      this.#run(command);
    } catch {
      this.#links.get(command.connectionId)?.connection.close(false);
      this.#links.delete(command.connectionId);
      this.events.report({ type: 'closed', connectionId: command.connectionId, reason: 'failed' });
    }
  }

  #run(command: ConnectionCommand): void {
    if (command.type === 'open') {
      this.#open(command);
      return;
    }
    const connection = this.#links.get(command.connectionId)?.connection;
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
        this.#sealing.pictures.show(command.connectionId, command.height);
        break;
      case 'set-way':
        connection.setWay(iceConfigurationOf(command));
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

  #open({ connectionId, peerId, role, ...way }: Extract<ConnectionCommand, { type: 'open' }>): void {
    if (this.#links.has(connectionId)) return;
    const { report } = this.events;
    const ends = { connectionId, peerId };
    const connection = new PeerConnection(ends, role, iceConfigurationOf(way), this.tracks, this.#sealing, {
      described: (description) => {
        report({ type: 'described', connectionId, description });
      },
      opened: () => {
        report({ type: 'opened', connectionId });
      },
      received: (bytes) => {
        report({ type: 'received', connectionId, bytes });
      },
      mediaDescribed: (description) => {
        report({ type: 'media-described', connectionId, description });
      },
      track: (track) => {
        link.brings = true;
        this.#shown.show(peerId, track);
      },
      restartDescribed: (description) => {
        report({ type: 'restart-described', connectionId, description });
      },
      path: (state) => {
        report({ type: 'path', connectionId, state });
      },
      closed: (reason) => {
        this.#links.delete(connectionId);
        this.#sealing.frames.release(connectionId);
        report({ type: 'closed', connectionId, reason });
      },
    });
    const link: Link = { peerId, connection, brings: false };
    this.#links.set(connectionId, link);
  }
}
