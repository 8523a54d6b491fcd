/** Carries out main's commands and reports what becomes of them; collects the others' tracks. */
import type { ConnectionCommand, ConnectionReport } from '../../../shared/ipc';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { LocalTracks } from '../devices/local-tracks';
import type { FrameCommand, FrameReport } from '../../../shared/media/frame-messages';
import { FrameCryptoClient } from '../frames/frame-crypto-client';
import { PerConnectionVideoFeed, type VideoFeed } from '../frames/video-feed';
import { chromiumStreams } from '../once/chromium-streams';
import { GroupVideoFeed } from '../once/group-video-feed';
import { OnceVideoFeed } from '../once/once-video-feed';
import { PeerConnection } from './peer-connection';
import { ScreenFeed, type SharedScreen } from '../screen/screen-feed';
import { ShownStreams } from './shown-streams';
import type { Sealing } from './transceivers';

export interface ConnectionsEvents {
  report: (report: ConnectionReport) => void;
  reportFrames: (report: FrameReport) => void;
  /** Nothing can be sealed or opened: no sound and no picture, in either direction. */
  sealingBroken: () => void;
  /** The others' sound and picture have changed. */
  streams: (streams: ReadonlyMap<string, MediaStream>) => void;
  /** The pictures of the others' screens have changed. */
  screens: (streams: ReadonlyMap<string, MediaStream>) => void;
}

interface Held {
  peerId: string;
  connection: PeerConnection;
  /** Sound or picture comes over it. */
  brings: boolean;
}

export class Connections {
  readonly #connections = new Map<string, Held>();
  readonly #shown: ShownStreams;
  readonly #shownScreens: ShownStreams;
  readonly #screens: ScreenFeed;
  readonly #sealing: Sealing;

  constructor(
    private readonly tracks: LocalTracks,
    screen: SharedScreen,
    private readonly events: ConnectionsEvents,
    startWorker: () => Worker,
    encodeOnceFrom: number,
  ) {
    this.#shown = new ShownStreams(events.streams);
    this.#shownScreens = new ShownStreams(events.screens);
    const frames = new FrameCryptoClient(startWorker, {
      report: events.reportFrames,
      broken: events.sealingBroken,
    });
    this.#screens = new ScreenFeed(screen, frames);
    this.#sealing = {
      frames,
      pictures: pictureFeed(tracks, frames, encodeOnceFrom),
      screens: this.#screens,
    };
  }

  /** Keys for the frame worker. */
  runFrames(command: FrameCommand): void {
    this.#sealing.frames.run(command);
  }

  /** Connections over which sound and picture come. */
  get live(): { connectionId: string; peerId: string }[] {
    const live = [...this.#connections].filter(([, { brings }]) => brings);
    return live.map(([connectionId, { peerId }]) => ({ connectionId, peerId }));
  }

  /** What the browser counts, and whose connection it is. */
  async reports(): Promise<{ peerId: string; report: RTCStatsReport }[]> {
    const reports = [...this.#connections.values()].map(async ({ peerId, connection }) => {
      const report = await connection.stats().catch(() => null);
      return report ? [{ peerId, report }] : [];
    });
    return (await Promise.all(reports)).flat();
  }

  /** How tall the picture that comes over this connection is shown. */
  reportView(connectionId: string, height: ViewHeight): void {
    this.events.report({ type: 'view', connectionId, height });
  }

  /** Whether the screen that comes over this connection is shown. */
  reportScreenView(connectionId: string, shown: boolean): void {
    this.events.report({ type: 'screen-view', connectionId, shown });
  }

  /** Who is in the meeting: of nobody else anything is shown or heard. */
  keepOnly(peerIds: readonly string[]): void {
    this.#shown.keepOnly(peerIds);
    this.#shownScreens.keepOnly(peerIds);
  }

  /** Whatever the browser refuses ends the connection, and main is told. */
  run(command: ConnectionCommand): void {
    try {
      this.#run(command);
    } catch {
      this.#connections.get(command.connectionId)?.connection.close(false);
      this.#connections.delete(command.connectionId);
      this.events.report({ type: 'closed', connectionId: command.connectionId, reason: 'failed' });
    }
  }

  #run(command: ConnectionCommand): void {
    const connection = this.#connections.get(command.connectionId)?.connection;
    switch (command.type) {
      case 'open':
        this.#open(command);
        break;
      case 'accept-answer':
        connection?.acceptAnswer(command.remote);
        break;
      case 'send':
        connection?.send(command.bytes);
        break;
      case 'send-pieces':
        connection?.sendPieces(command.pieces);
        break;
      case 'start-media':
        connection?.startMedia();
        break;
      case 'accept-media':
        connection?.acceptMedia(command.remote);
        break;
      case 'show':
        if (connection) this.#sealing.pictures.show(command.connectionId, command.height);
        break;
      case 'show-screen':
        this.#screens.show(command.connectionId, command.shown);
        break;
      case 'set-ice':
        connection?.setIceConfiguration(command);
        break;
      case 'restart':
        connection?.restart();
        break;
      case 'accept-restart':
        connection?.acceptRestart(command.remote);
        break;
      case 'close':
        connection?.close(command.linger);
        break;
    }
  }

  #open({ connectionId, peerId, role, ...ice }: Extract<ConnectionCommand, { type: 'open' }>): void {
    if (this.#connections.has(connectionId)) return;
    const { report } = this.events;
    const ends = { connectionId, peerId };
    const connection = new PeerConnection(ends, role, ice, this.tracks, this.#sealing, {
      described: (description) => {
        report({ type: 'described', connectionId, description });
      },
      opened: () => {
        report({ type: 'opened', connectionId });
      },
      received: (bytes) => {
        report({ type: 'received', connectionId, bytes });
      },
      receivedPieces: (pieces) => {
        report({ type: 'received-pieces', connectionId, pieces });
      },
      sentPieces: (count) => {
        report({ type: 'sent-pieces', connectionId, count });
      },
      mediaDescribed: (description) => {
        report({ type: 'media-described', connectionId, description });
      },
      track: (track, part) => {
        held.brings = true;
        (part === 'screen' ? this.#shownScreens : this.#shown).show(peerId, track);
      },
      restartDescribed: (description) => {
        report({ type: 'restart-described', connectionId, description });
      },
      path: (state) => {
        report({ type: 'path', connectionId, state });
      },
      closed: (reason) => {
        this.#connections.delete(connectionId);
        this.#sealing.frames.release(connectionId);
        report({ type: 'closed', connectionId, reason });
      },
    });
    const held: Held = { peerId, connection, brings: false };
    this.#connections.set(connectionId, held);
  }
}

function pictureFeed(tracks: LocalTracks, frames: FrameCryptoClient, encodeOnceFrom: number): VideoFeed {
  const streams = chromiumStreams();
  const once = streams && new OnceVideoFeed(tracks, frames, streams);
  const feed = new GroupVideoFeed(new PerConnectionVideoFeed(tracks, frames), once, encodeOnceFrom);
  frames.watchPictures({
    restarted: () => once?.restarted(),
    failed: () => {
      feed.giveUpOnce();
    },
  });
  return feed;
}
