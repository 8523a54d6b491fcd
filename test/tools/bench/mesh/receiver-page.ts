/** Those who see the camera, all in one page of a browser apart from the sender's. */
import { FrameCryptoClient } from '../../../../renderer/call/frames/frame-crypto-client';
import { sealedConfiguration } from '../../../../renderer/call/frames/sealed-connection';
import { ownKeys } from '../media/variants';
import { described } from './describe';
import type { MeshVariant } from './sender-page';

const connections: RTCPeerConnection[] = [];
let client: FrameCryptoClient | null = null;

const peerIdOf = (index: number): string => `peer${String(index)}`;

function clientFor(): FrameCryptoClient {
  const made: FrameCryptoClient = new FrameCryptoClient(
    () => new Worker('/frame-worker.js', { type: 'module' }),
    { report: () => undefined, broken: () => undefined },
  );
  return made;
}

/** Each sees the same sealed frames: as different people, or the second would be taken for a repetition. */
function giveKeys(to: FrameCryptoClient, index: number): void {
  for (const command of ownKeys(0))
    if (command.type === 'receive-keys') to.run({ ...command, peerId: peerIdOf(index) });
}

export interface Seen {
  frames: number;
  width: number;
  bytes: number;
}

export const receiver = {
  async answer(
    index: number,
    variant: MeshVariant,
    offer: RTCSessionDescriptionInit,
  ): Promise<RTCSessionDescriptionInit> {
    const isSealed = variant !== 'plain';
    const connection = new RTCPeerConnection(isSealed ? sealedConfiguration({}) : {});
    connections[index] = connection;
    connection.ontrack = ({ receiver: end, track }) => {
      if (isSealed) {
        client ??= clientFor();
        const to = client;
        to.protectReceiver(end, { connectionId: peerIdOf(index), peerId: peerIdOf(index) }, 'video');
        const whenRunning = (): void => {
          if (to.phase === 'running') giveKeys(to, index);
          else setTimeout(whenRunning, 10);
        };
        whenRunning();
      }
      const video = document.createElement('video');
      Object.assign(video, { muted: true, autoplay: true, width: 160, srcObject: new MediaStream([track]) });
      document.body.append(video);
    };
    await connection.setRemoteDescription(offer);
    return described(connection);
  },

  async seen(): Promise<Seen[]> {
    return Promise.all(
      connections.map(async (connection) => {
        const stats = [...((await connection.getStats()).values() as Iterable<Record<string, unknown>>)];
        const came = stats.find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video');
        return {
          frames: Number(came?.['framesDecoded'] ?? 0),
          width: Number(came?.['frameWidth'] ?? 0),
          bytes: Number(came?.['bytesReceived'] ?? 0),
        };
      }),
    );
  },
};

declare global {
  interface Window {
    receiver: typeof receiver;
  }
}
window.receiver = receiver;
