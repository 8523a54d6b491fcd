/** A local network on loopback, with a port of its own for multicast DNS. */
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, onTestFinished } from 'vitest';
import { LanTransport } from '../../../../../main/rendezvous/lan/lan';
import type { LanPlace } from '../../../../../main/rendezvous/lan/lan-sockets';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import type { Room } from '../../../../../shared/invite/key-schedule';
import type { Envelope, EnvelopeKind } from '../../../../../shared/wire/envelope';

export const GROUP = '224.0.0.251';

export async function loopback(): Promise<LanPlace> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return {
    addresses: () => ['127.0.0.1'],
    mayReach: (address) => address === '127.0.0.1',
    host: '127.0.0.1',
    mdnsPort: port,
  };
}

/** Questions may be lost: they are asked again within a second or two. */
export const eventually = (value: () => unknown): ReturnType<typeof expect.poll> =>
  expect.poll(value, { timeout: 30_000 });

/** Somebody on this network; gone with the test. */
export function somebody(place: LanPlace): LanTransport {
  const transport = new LanTransport({ changed: () => undefined }, place);
  onTestFinished(() => transport.stop());
  return transport;
}

/** Listens; what was received stands in the list. */
export function listening(transport: LanTransport, room: Room): { received: Envelope[]; leave: () => void } {
  const received: Envelope[] = [];
  const leave = transport.listen(room, (envelope) => received.push(envelope));
  return { received, leave };
}

/** Hears all that is said to everybody on this network, and can say something itself. */
export async function sniffer(place: LanPlace): Promise<{ heard: Buffer[]; say: (packet: Buffer) => void }> {
  const socket: Socket = createSocket({ type: 'udp4', reuseAddr: true });
  onTestFinished(() => void socket.close());
  const heard: Buffer[] = [];
  socket.on('message', (packet) => heard.push(packet));
  socket.bind(place.mdnsPort, '0.0.0.0');
  await once(socket, 'listening');
  socket.addMembership(GROUP, '127.0.0.1');
  socket.setMulticastInterface('127.0.0.1');
  return { heard, say: (packet) => socket.send(packet, place.mdnsPort, GROUP) };
}

export const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});

export const envelope = (kind: EnvelopeKind = 'sealed', body = randomBytes(10)): Envelope => ({
  kind,
  from: randomBytes(16),
  to: randomBytes(16),
  messageId: randomBytes(8),
  part: 0,
  parts: 1,
  body,
});
