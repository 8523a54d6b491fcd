import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import packet from 'dns-packet';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostNameOf, introduce, runId } from '../../../../../main/rendezvous/lan/names';
import { isLocalAddress } from '../../../../../main/rendezvous/lan/local-addresses';
import { LanServer } from '../../../../../main/rendezvous/lan/lan-server';
import { concat } from '../../../../../shared/bytes';
import { randomBytes } from '../../../../../shared/crypto/sodium';
import { periodAt, topicOf } from '../../../../../shared/wire/topics';
import type { LanPlace } from '../../../../../main/rendezvous/lan/lan-sockets';
import { envelope, eventually, listening, loopback, room, sniffer, somebody } from './loopback';

type Dns = { port: number };

/** Somebody who listens, and on which port, as the network is told. */
async function listener(place: LanPlace) {
  const { heard, say } = await sniffer(place);
  const transport = somebody(place);
  const shared = room();
  const { received } = listening(transport, shared);
  await eventually(() => heard.length).toBeGreaterThan(0);
  const [record] = packet.decode(heard[0] as Buffer).authorities ?? [];
  const { port } = (record as unknown as { data: Dns }).data;
  const topic = topicOf(shared.topicKey, 'lan', '', periodAt(Date.now() / 1000));
  return { transport, shared, received, port, topic, say };
}

async function stranger(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Whoever hangs up before everything was read resets the connection: that is an end as well. */
function hungUp(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => {
      resolve();
    });
  });
}

/** Somebody who takes calls, and says nothing. */
async function answering(): Promise<{ port: number; calls: Socket[] }> {
  const calls: Socket[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    calls.push(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of calls) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, calls };
}

async function read(socket: Socket, length: number): Promise<Buffer> {
  let all = Buffer.alloc(0);
  while (all.length < length) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    all = Buffer.concat([all, chunk]);
  }
  return all;
}

/** One that knows the topic, and gets as far as the open connection. */
async function fellow(port: number, topic: Uint8Array): Promise<Socket> {
  const socket = await stranger(port);
  const nonce = randomBytes(32);
  socket.write(nonce);
  const nonces = concat(nonce, await read(socket, 32));
  socket.write(introduce(topic, 'caller', nonces, runId(randomBytes(14), 9)));
  expect(await read(socket, 48)).toHaveLength(48);
  return socket;
}

describe('a stranger on the network', () => {
  it('who sends rubbish is hung up on, and learns nothing', async () => {
    const { transport, port } = await listener(await loopback());
    for (const length of [80, 500, 100_000]) {
      const socket = await stranger(port);
      const heard: Buffer[] = [];
      socket.on('data', (bytes: Buffer) => heard.push(bytes));
      socket.write(randomBytes(length));
      await hungUp(socket);
      // A nonce, at most.
      expect(Buffer.concat(heard).length).toBeLessThanOrEqual(32);
    }
    expect(transport.status).toMatchObject({ state: 'trying', others: 0 });
  });

  it('who says nothing is hung up on', async () => {
    const { port } = await listener(await loopback());
    const socket = await stranger(port);
    socket.resume();
    await hungUp(socket);
  });

  it('cannot show somebody their own proof', async () => {
    const { transport, port, topic } = await listener(await loopback());
    const socket = await stranger(port);
    const nonce = randomBytes(32);
    socket.write(nonce);
    const nonces = concat(nonce, await read(socket, 32));
    socket.write(introduce(topic, 'called', nonces, runId(randomBytes(14), 9)));
    socket.resume();
    await hungUp(socket);
    expect(transport.status.others).toBe(0);
  });

  it('cannot keep others from meeting by many connections', async () => {
    const place = await loopback();
    const { transport, shared, port } = await listener(place);
    const crowd = await Promise.all(Array.from({ length: 45 }, () => stranger(port)));
    for (const socket of crowd) socket.resume();
    // The oldest had to go.
    await eventually(() => crowd.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(13);
    listening(somebody(place), shared);
    await eventually(() => transport.status.state).toBe('works');
  });

  it('may say anything to the group', async () => {
    const place = await loopback();
    const { transport, shared, topic, say } = await listener(place);
    const name = hostNameOf(topic);
    const record = { name, type: 'SRV' as const, ttl: 1, data: { port: 0, target: name } };
    const text = { name, type: 'TXT' as const, data: 'x' };
    for (const bytes of [Buffer.alloc(0), Buffer.from(randomBytes(50)), Buffer.alloc(9000, 0xc0)]) say(bytes);
    say(packet.encode({ type: 'response', answers: [record, text] }));
    say(packet.encode({ type: 'query', authorities: [text], questions: [{ name: 'x', type: 'A' }] }));
    listening(somebody(place), shared);
    await eventually(() => transport.status.state).toBe('works');
  });

  it('gets one answer for many questions', async () => {
    const place = await loopback();
    const { topic, say } = await listener(place);
    const { heard } = await sniffer(place);
    const question = { name: hostNameOf(topic).toUpperCase(), type: 'SRV' as const };
    for (let i = 0; i < 50; i++) say(packet.encode({ type: 'query', questions: [question] }));
    const answers = (): number => heard.filter((bytes) => packet.decode(bytes).type === 'response').length;
    await eventually(() => heard.length).toBeGreaterThan(50);
    await eventually(answers).toBeGreaterThan(0);
    expect(answers()).toBeLessThan(5);
  });

  it('from beyond the local network is not taken, and not called', async () => {
    for (const address of ['10.0.0.1', '172.31.255.1', '192.168.7.7', '169.254.1.1', '100.127.0.1']) {
      expect(isLocalAddress(address)).toBe(true);
    }
    for (const address of [
      '8.8.8.8',
      '127.0.0.1',
      '172.32.0.1',
      '100.128.0.1',
      '192.169.0.1',
      '::1',
      '',
      'x',
    ]) {
      expect(isLocalAddress(address)).toBe(false);
    }
    const called: Socket[] = [];
    const port = await new Promise<number>((listening, failed) => {
      const server = new LanServer({
        host: '127.0.0.1',
        mayReach: isLocalAddress,
        called: (socket) => called.push(socket),
        listening,
        failed: () => failed(new Error('no port')),
      });
      onTestFinished(() => server.close());
    });
    const socket = await stranger(port);
    socket.resume();
    await hungUp(socket);
    expect(called).toEqual([]);
  });
});

describe('a computer beyond the local network', () => {
  it('is not called, though it says that it is somebody of the room', async () => {
    const place = await loopback();
    const shared = room();
    // What one hears, the other one hears.
    listening(somebody({ ...place, mayReach: () => false }), shared);
    listening(somebody(place), shared);
    const { say } = await sniffer(place);
    const [first, second] = [await answering(), await answering()];
    const name = hostNameOf(topicOf(shared.topicKey, 'lan', '', periodAt(Date.now() / 1000)));
    for (const { port, calls } of [first, second]) {
      const record = { name, type: 'SRV' as const, ttl: 1, data: { port, target: name } };
      await eventually(() => {
        say(packet.encode({ type: 'response', answers: [record] }));
        return calls.length;
      }).toBeGreaterThan(0);
    }
    expect(first.calls).toHaveLength(1);
  });
});

describe('callers who have not shown yet that they belong here', () => {
  it('are thirty-two at most: the oldest has to go', async () => {
    const called: Socket[] = [];
    const port = await new Promise<number>((listening, failed) => {
      const server = new LanServer({
        host: '127.0.0.1',
        mayReach: () => true,
        called: (socket) => called.push(socket),
        listening,
        failed: () => failed(new Error('no port')),
      });
      onTestFinished(() => server.close());
    });
    for (let count = 0; count < 40; count++) await stranger(port);
    await eventually(() => called.length).toBe(40);
    expect(called.map(({ destroyed }) => destroyed)).toEqual(
      Array.from({ length: 40 }, (_, place) => place < 8),
    );
  });
});

describe('a fellow who means no good', () => {
  it('is hung up on at the first envelope that does not open', async () => {
    const { transport, received, port, topic } = await listener(await loopback());
    const socket = await fellow(port, topic);
    await eventually(() => transport.status.others).toBe(1);
    socket.resume();
    socket.write(randomBytes(1000));
    await hungUp(socket);
    expect(received).toEqual([]);
    await eventually(() => transport.status).toMatchObject({ state: 'silent', others: 0 });
  });

  it('who reads nothing does not fill the memory', async () => {
    const { transport, shared, port, topic } = await listener(await loopback());
    const socket = await fellow(port, topic);
    await eventually(() => transport.status.others).toBe(1);
    socket.pause();
    const many = Array.from({ length: 64 }, () => envelope());
    for (let round = 0; round < 200 && transport.status.others === 1; round++) {
      transport.publish(shared, many);
      await new Promise(setImmediate);
    }
    expect(transport.status.others).toBe(0);
  });
});
