/**
 * The page that stands against Vigil: a camera that runs, the own picture in view, and nothing else. Two of them meet
 * by trystero over relays, or by simple-peer with descriptions that never leave the browser (the floor).
 */
import SimplePeer from 'simple-peer/simplepeer.min.js';
import { joinRoom } from 'trystero';
import { capture } from '../../../../renderer/call/devices/capture';
import { now } from './now';

/** As the two meet; whoever calls is the one that comes in. */
export type Way = { way: 'trystero'; relays: string[] } | { way: 'floor' };
type Side = 'waits' | 'calls';

let own: MediaStream | null = null;
let pictureAt: number | null = null;

function show(stream: MediaStream): HTMLVideoElement {
  const video = document.createElement('video');
  Object.assign(video, { autoplay: true, muted: true, srcObject: stream, width: 480 });
  document.body.append(video);
  return video;
}

function showOther(stream: MediaStream): void {
  show(stream).requestVideoFrameCallback(() => {
    pictureAt ??= now();
  });
}

function ownStream(): MediaStream {
  if (!own) throw new Error('no camera yet');
  return own;
}

function meetByTrystero(relays: string[]): void {
  const config = {
    appId: 'vigil-bench',
    password: 'the same for both',
    rtcConfig: { iceServers: [] },
    relayConfig: { urls: relays },
  };
  const room = joinRoom(config, 'join');
  room.onPeerStream = showOther;
  room.onPeerJoin = (peerId) => {
    void room.addStream(ownStream(), { target: peerId });
  };
}

/** The one that waits answers. Descriptions pass with their candidates following one by one, as fast as they come. */
function meetAtTheFloor(side: Side): void {
  const channel = new BroadcastChannel('floor');
  const peer = (): SimplePeer.Instance => {
    const made = new SimplePeer({
      initiator: side === 'calls',
      stream: ownStream(),
      config: { iceServers: [] },
    });
    made.on('signal', (signal) => {
      channel.postMessage(signal);
    });
    made.on('stream', showOther);
    return made;
  };
  const calling = side === 'calls' ? peer() : null;
  let answering: SimplePeer.Instance | null = null;
  channel.onmessage = ({ data }: MessageEvent<SimplePeer.SignalData>) => {
    (calling ?? (answering ??= peer())).signal(data);
  };
}

export const join = {
  /** Resolves when the own picture runs. */
  async prepare(): Promise<void> {
    const tracks = await Promise.all((['video', 'audio'] as const).map((kind) => capture(kind, null)));
    own = new MediaStream(tracks.flatMap((got) => (got.ok ? got.track : [])));
    const video = show(own);
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  },

  /** Returns when this page began to. */
  meet(side: Side, way: Way): number {
    const at = now();
    if (way.way === 'trystero') meetByTrystero(way.relays);
    else meetAtTheFloor(side);
    return at;
  },

  /** When the other's first picture was shown here; null before. */
  pictureAt: (): number | null => pictureAt,
};

declare global {
  interface Window {
    join: typeof join;
  }
}
window.join = join;
