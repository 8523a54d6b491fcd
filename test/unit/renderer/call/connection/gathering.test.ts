import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gathered, type GatheringConnection } from '../../../../../renderer/call/connection/gathering';

const LIMIT_MS = 1500;

/** The part of a connection that gathering looks at; what it gathers, and when, is the test's to say. */
class Gathering extends EventTarget {
  localDescription = { type: 'offer', sdp: 'v=0' } as RTCSessionDescription;

  constructor(private readonly configuration: RTCConfiguration) {
    super();
  }

  getConfiguration(): RTCConfiguration {
    return this.configuration;
  }

  finds(type: string | null): void {
    if (type !== null) {
      const sdp = `${this.localDescription.sdp}\r\na=candidate:1 1 udp 1 192.0.2.7 5000 typ ${type}`;
      this.localDescription = { type: 'offer', sdp } as RTCSessionDescription;
    }
    this.dispatchEvent(Object.assign(new Event('icecandidate'), { candidate: type }));
  }
}

function start(configuration: RTCConfiguration) {
  const connection = new Gathering(configuration);
  const done = vi.fn();
  void gathered(connection as unknown as GatheringConnection, LIMIT_MS).then(done);
  return { connection, done };
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('without servers a moment of silence after a host candidate is enough', async () => {
  const { connection, done } = start({});
  await pass(200);
  expect(done).not.toHaveBeenCalled();
  connection.finds('host');
  await pass(20);
  connection.finds('host');
  await pass(29);
  expect(done).not.toHaveBeenCalled();
  await pass(1);
  expect(done).toHaveBeenCalledOnce();
});

test('candidates that came before anybody listened count', async () => {
  const connection = new Gathering({});
  connection.finds('host');
  const done = vi.fn();
  void gathered(connection as unknown as GatheringConnection, LIMIT_MS).then(done);
  await pass(30);
  expect(done).toHaveBeenCalledOnce();
});

test.each([
  ['stun:192.0.2.1:3478', 'srflx'],
  ['turns:192.0.2.1:443', 'relay'],
])('with %s it waits for what that brings', async (urls, type) => {
  const { connection, done } = start({ iceServers: [{ urls }] });
  connection.finds('host');
  await pass(1000);
  expect(done).not.toHaveBeenCalled();
  connection.finds(type);
  await pass(99);
  connection.finds(type);
  await pass(99);
  expect(done).not.toHaveBeenCalled();
  await pass(1);
  expect(done).toHaveBeenCalledOnce();
});

test('a busy computer is waited for that has not named one address within the limit', async () => {
  const { connection, done } = start({ iceServers: [{ urls: ['stun:192.0.2.1:3478'] }] });
  await pass(LIMIT_MS + 5000);
  expect(done).not.toHaveBeenCalled();
  connection.finds('host');
  await pass(100);
  expect(done).toHaveBeenCalledOnce();
});

test('a computer without any address is not waited for for ever', async () => {
  const { done } = start({});
  await pass(14_999);
  expect(done).not.toHaveBeenCalled();
  await pass(1);
  expect(done).toHaveBeenCalledOnce();
});

test('a server that does not answer holds nothing up for longer than the limit', async () => {
  const { connection, done } = start({ iceServers: [{ urls: ['stun:192.0.2.1:3478'] }] });
  connection.finds('host');
  await pass(LIMIT_MS - 1);
  expect(done).not.toHaveBeenCalled();
  await pass(1);
  expect(done).toHaveBeenCalledOnce();
});

test('the end of gathering is the end of waiting', async () => {
  const { connection, done } = start({ iceServers: [{ urls: 'stun:192.0.2.1:3478' }] });
  connection.finds('host');
  connection.finds(null);
  await pass(0);
  expect(done).toHaveBeenCalledOnce();
});

test('where only relays are allowed, nothing else is waited for', async () => {
  const { connection, done } = start({
    iceTransportPolicy: 'relay',
    iceServers: [{ urls: ['stun:192.0.2.1:3478', 'turn:192.0.2.1:3478'] }],
  });
  connection.finds('relay');
  await pass(100);
  expect(done).toHaveBeenCalledOnce();
});
