/** Two ends of a call in one page, each with its own real frame worker; the test plays both mains. */
import type { FrameCommand, FrameReport } from '../../../../../../shared/media/frame-messages';
import {
  FrameCryptoClient,
  type FrameConnection,
} from '../../../../../../renderer/call/frames/frame-crypto-client';
import { sealedConfiguration } from '../../../../../../renderer/call/frames/sealed-connection';
import { PerConnectionVideoFeed, type VideoFeed } from '../../../../../../renderer/call/frames/video-feed';
import { chromiumStreams } from '../../../../../../renderer/call/once/chromium-streams';
import { dummyPicture } from '../../../../../../renderer/call/once/dummy';
import { GroupVideoFeed } from '../../../../../../renderer/call/once/group-video-feed';
import { OnceVideoFeed } from '../../../../../../renderer/call/once/once-video-feed';
import { COUNTS_CHANNEL, type Counted } from './counts';

export type Side = 'alice' | 'bob';
/**
 * real: as in a call of two. once: as in a larger one, encoded once. group: the one or the other, as others come and go.
 * no-picture: once, but no camera was handed over. none: forgotten. observe: shown to the test.
 */
export interface Options {
  aliceSends: 'real' | 'once' | 'group' | 'no-picture' | 'none';
  bobReceives: 'real' | 'observe';
}

export interface EndStats {
  /** By kind: what the sender of this end put on the wire. */
  packetsSent: Record<string, number>;
  bytesSent: Record<string, number>;
  framesDecoded: number;
  /** How many pictures an element has shown. */
  shown: number;
  counts: Counted['counts'];
}

interface End {
  client: FrameCryptoClient;
  connection: RTCPeerConnection;
  video: HTMLVideoElement;
  workers: Worker[];
}

declare global {
  interface Window {
    /** Exposed by the test. */
    tellMain: (side: Side, report: FrameReport) => Promise<void>;
    call: typeof call;
  }
}

let alicesFeed: VideoFeed | null = null;
const ends = new Map<Side, End>();
const counts = new Map<string, Counted['counts']>();
new BroadcastChannel(COUNTS_CHANNEL).onmessage = ({ data }: MessageEvent<Counted>) => {
  counts.set(data.side, data.counts);
};
const observed: { kind: string; bytes: number[] }[] = [];

function end(side: Side): End {
  const found = ends.get(side);
  if (!found) throw new Error('no such end');
  return found;
}

function makeEnd(side: Side): End {
  const workers: Worker[] = [];
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  document.body.append(video);
  const client = new FrameCryptoClient(
    () => {
      const worker = new Worker('/counting-worker.js', { type: 'module', name: side });
      workers.push(worker);
      return worker;
    },
    {
      report: (report) => void window.tellMain(side, report),
      broken: () => undefined,
    },
  );
  const made: End = {
    client,
    connection: new RTCPeerConnection(sealedConfiguration({})),
    video,
    workers,
  };
  ends.set(side, made);
  return made;
}

/** @param handsOver whether the worker gets the camera: without it there are dummies alone. */
function onceFeed(
  client: FrameCryptoClient,
  local: ConstructorParameters<typeof OnceVideoFeed>[0],
  handsOver: boolean,
): OnceVideoFeed {
  const streams = chromiumStreams();
  if (!streams) throw new Error('a browser that cannot encode once');
  const feed: OnceVideoFeed = new OnceVideoFeed(
    local,
    {
      fanSender: (sender, connection) => {
        client.fanSender(sender, connection);
      },
      runPictures: (command, transfer) => {
        if (handsOver) client.runPictures(command, transfer);
        else if (command.type === 'beat') void dummiesAlone(command.dummies);
      },
    },
    streams,
  );
  client.watchPictures({
    restarted: () => {
      feed.restarted();
    },
    failed: () => undefined,
  });
  return feed;
}

/** Nobody has a picture for them. */
async function dummiesAlone(dummies: WritableStream<VideoFrame>): Promise<void> {
  const writer = dummies.getWriter();
  for (;;) {
    await writer.write(dummyPicture(performance.now() * 1000));
    dummiesMade++;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
let dummiesMade = 0;

const observerOf = (): Worker => {
  const worker = new Worker('/observer-worker.js', { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<{ kind: string; bytes: number[] }>) => observed.push(data);
  return worker;
};

function prefer(transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void {
  const type = kind === 'audio' ? 'audio/opus' : 'video/VP8';
  const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? [];
  transceiver.setCodecPreferences(codecs.filter(({ mimeType }) => mimeType === type));
}

export const call = {
  async start({ aliceSends, bobReceives }: Options): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: { width: 320, height: 180, frameRate: 15 },
    });
    const [alice, bob] = [makeEnd('alice'), makeEnd('bob')];
    const observer = bobReceives === 'observe' ? observerOf() : null;

    const equip = (side: Side, transceiver: RTCRtpTransceiver): void => {
      const kind = transceiver.receiver.track.kind === 'audio' ? 'audio' : 'video';
      prefer(transceiver, kind);
      const { client, video } = end(side);
      const connection: FrameConnection = {
        connectionId: 'link',
        peerId: side === 'alice' ? 'bob' : 'alice',
      };
      const track = stream.getTracks().find((one) => one.kind === kind) ?? null;
      const { sender, receiver } = transceiver;
      if (side === 'alice' && aliceSends === 'none') void sender.replaceTrack(track);
      else if (kind === 'video') {
        const local = { video: track, savesBandwidth: false, subscribe: () => () => undefined };
        const each = new PerConnectionVideoFeed(local, client);
        const once =
          side === 'alice' && aliceSends !== 'real'
            ? onceFeed(client, local, aliceSends !== 'no-picture')
            : null;
        const feed = once && aliceSends === 'group' ? new GroupVideoFeed(each, once, 3) : (once ?? each);
        if (side === 'alice') alicesFeed = feed;
        feed.attach(sender, connection);
      } else {
        client.protectSender(sender, connection, 'audio');
        void sender.replaceTrack(track);
      }
      if (side === 'bob' && observer) receiver.transform = new RTCRtpScriptTransform(observer, kind);
      else client.protectReceiver(receiver, connection, kind);
      if (kind === 'video') video.srcObject = new MediaStream([receiver.track]);
    };

    alice.connection.onicecandidate = ({ candidate }) => void bob.connection.addIceCandidate(candidate);
    bob.connection.onicecandidate = ({ candidate }) => void alice.connection.addIceCandidate(candidate);
    for (const kind of ['audio', 'video'] as const) {
      equip('alice', alice.connection.addTransceiver(kind, { direction: 'sendrecv' }));
    }
    bob.connection.ontrack = ({ transceiver }) => {
      transceiver.direction = 'sendrecv';
      equip('bob', transceiver);
    };
    await alice.connection.setLocalDescription();
    await bob.connection.setRemoteDescription(must(alice.connection.localDescription));
    await bob.connection.setLocalDescription();
    await alice.connection.setRemoteDescription(must(bob.connection.localDescription));
  },

  /** @param command with its keys as arrays of numbers, because bytes do not cross from the test. */
  command(side: Side, command: FrameCommand): void {
    const revived = structuredClone(command);
    const keys = revived.type === 'send-keys' ? revived.tracks : 'keys' in revived ? revived.keys : [];
    for (const one of keys) one.key = Uint8Array.from(one.key);
    end(side).client.run(revived);
  },

  async stats(side: Side): Promise<EndStats> {
    const { connection, video } = end(side);
    const stats: EndStats = {
      packetsSent: {},
      bytesSent: {},
      framesDecoded: 0,
      shown: 0,
      counts: counts.get(side) ?? {},
    };
    stats.shown = video.getVideoPlaybackQuality().totalVideoFrames;
    for (const one of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
      const kind = String(one['kind']);
      if (one['type'] === 'outbound-rtp') {
        stats.packetsSent[kind] = Number(one['packetsSent']);
        stats.bytesSent[kind] = Number(one['bytesSent']);
      }
      if (one['type'] === 'inbound-rtp' && kind === 'video')
        stats.framesDecoded = Number(one['framesDecoded']);
    }
    return stats;
  },

  /** The audio or video sender of this end loses its transform. */
  removeTransform(side: Side, kind: string): void {
    for (const { sender } of end(side).connection.getTransceivers())
      if (sender.track?.kind === kind) sender.transform = null;
  },

  /** A command that no main sends: the worker fails for good. */
  breakWorker(side: Side): void {
    const key = new Uint8Array(32);
    end(side)
      .workers.at(-1)
      ?.postMessage({ type: 'send-keys', generation: 1000, step: 0, tracks: [{ track: 99, key }] });
  },

  /** Two more come, or go. */
  crowd(isHere: boolean): void {
    for (const connectionId of ['second', 'third']) {
      if (!isHere) {
        alicesFeed?.detach(connectionId);
        continue;
      }
      const { sender } = new RTCPeerConnection(sealedConfiguration({})).addTransceiver('video');
      alicesFeed?.attach(sender, { connectionId, peerId: connectionId });
    }
  },

  dummies: (): number => dummiesMade,
  phase: (side: Side): string => end(side).client.phase,
  observed: (): { kind: string; bytes: number[] }[] => observed,
  /** Of video; a count is told sooner than all of them. */
  picturesObserved: (): number =>
    observed.filter(({ kind, bytes }) => kind === 'video' && bytes.length > 0).length,
};

function must(description: RTCSessionDescription | null): RTCSessionDescription {
  if (!description) throw new Error('no description');
  return description;
}

window.call = call;
