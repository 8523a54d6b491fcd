/** One camera, sent to several: by simple-peer as it comes, or as Vigil does. */
import SimplePeer from 'simple-peer/simplepeer.min.js';
import { FrameCryptoClient } from '../../../../renderer/call/frames/frame-crypto-client';
import { sealedConfiguration } from '../../../../renderer/call/frames/sealed-connection';
import { PerConnectionVideoFeed, type VideoFeed } from '../../../../renderer/call/frames/video-feed';
import { chromiumStreams } from '../../../../renderer/call/once/chromium-streams';
import { OnceVideoFeed } from '../../../../renderer/call/once/once-video-feed';
import { ownKeys } from '../media/variants';
import { described, vp8Alone } from './describe';

/** plain: simple-peer. each: Vigil with an encoder for each. once: Vigil in a large meeting. */
export type MeshVariant = 'plain' | 'each' | 'once';

const HEIGHT = 360;
/** As Vigil affords it each of up to seven viewers. */
const MAX_BITS_PER_SECOND = 500_000;
const FRAMES_PER_SECOND = 24;

/** On a line that carries all: a computer that is busy with other things must not make the pictures smaller here. */
RTCRtpSender.prototype.getStats = () => Promise.resolve(new Map() as RTCStatsReport);

let stream: MediaStream | null = null;
let feed: VideoFeed | null = null;
const answering: ((answer: RTCSessionDescriptionInit) => void)[] = [];

function feedOf(variant: 'each' | 'once'): VideoFeed {
  const client = new FrameCryptoClient(() => new Worker('/frame-worker.js', { type: 'module' }), {
    report: (report) => {
      if (report.type === 'worker-started')
        for (const command of ownKeys(report.worker)) if (command.type === 'send-keys') client.run(command);
    },
    broken: () => undefined,
  });
  const video = stream?.getVideoTracks()[0] ?? null;
  const local = { video, savesBandwidth: false, subscribe: () => () => undefined };
  if (variant === 'each') return new PerConnectionVideoFeed(local, client);
  const streams = chromiumStreams();
  if (!streams) throw new Error('a browser that cannot encode once');
  return new OnceVideoFeed(local, client, streams);
}

/** What Vigil asks of the browser is asked of it here, so that both send the same picture. */
async function limit(sender: RTCRtpSender): Promise<void> {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings)
    Object.assign(encoding, { maxBitrate: MAX_BITS_PER_SECOND, maxFramerate: FRAMES_PER_SECOND });
  await sender.setParameters(Object.assign(parameters, { degradationPreference: 'maintain-resolution' }));
}

function offerPlainly(): Promise<RTCSessionDescriptionInit> {
  return new Promise((resolve) => {
    const connections: RTCPeerConnection[] = [];
    class AdoptedConnection extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
    }
    const peer = new SimplePeer({
      ...{ initiator: true, trickle: false, config: { iceServers: [] } },
      ...(stream ? { stream } : {}),
      wrtc: { RTCPeerConnection: AdoptedConnection, RTCSessionDescription, RTCIceCandidate },
    });
    for (const transceiver of connections[0]?.getTransceivers() ?? []) vp8Alone(transceiver);
    peer.on('signal', (signal) => {
      resolve(signal as RTCSessionDescriptionInit);
    });
    answering.push((answer) => {
      peer.signal(answer);
      peer.on('connect', () => {
        for (const sender of connections[0]?.getSenders() ?? []) void limit(sender);
      });
    });
  });
}

async function offerSealed(index: number, variant: 'each' | 'once'): Promise<RTCSessionDescriptionInit> {
  const connection = new RTCPeerConnection(sealedConfiguration({}));
  // As simple-peer does: the data channel tells when it is connected.
  connection.createDataChannel('vigil');
  const transceiver = connection.addTransceiver('video', { direction: 'sendrecv' });
  vp8Alone(transceiver);
  const connectionId = `peer${String(index)}`;
  feed ??= feedOf(variant);
  feed.attach(transceiver.sender, { connectionId, peerId: connectionId });
  feed.show(connectionId, HEIGHT);
  answering.push((answer) => void connection.setRemoteDescription(answer));
  return described(connection);
}

export const sender = {
  async start(): Promise<void> {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { width: 640, height: HEIGHT, frameRate: FRAMES_PER_SECOND },
    });
  },
  offer: (index: number, variant: MeshVariant): Promise<RTCSessionDescriptionInit> =>
    variant === 'plain' ? offerPlainly() : offerSealed(index, variant),
  accept(index: number, answer: RTCSessionDescriptionInit): void {
    answering[index]?.(answer);
  },
};

declare global {
  interface Window {
    sender: typeof sender;
  }
}
window.sender = sender;
