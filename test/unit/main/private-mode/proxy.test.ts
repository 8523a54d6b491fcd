/** Main's own traffic and the promise, over real proxies on loopback. */
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readChoice, type Choice } from '../../../../main/private-mode/choice';
import { PrivateMode } from '../../../../main/private-mode/private-mode';
import { proxyAnswers, proxyReaches } from '../../../../main/private-mode/probe';
import { parseProxyAddress, type ProxyAddress } from '../../../../main/private-mode/proxy-address';
import { relayAgents } from '../../../../main/private-mode/relay-agents';
import { NostrRelay } from '../../../../main/rendezvous/nostr/relay';
import { randomBytes } from '../../../../shared/crypto/sodium';
import type { Room } from '../../../../shared/invite/key-schedule';
import { PERIOD_SECONDS } from '../../../../shared/wire/topics';
import type { TestProxy } from '../../../support/proxy/asked';
import { startHttpConnect } from '../../../support/proxy/http-connect';
import { startSocks5 } from '../../../support/proxy/socks5';
import { startRelay, type Relay } from '../../../../main/volunteer-server/relay/relay';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function kept<T extends { close: () => Promise<unknown> }>(starting: Promise<T>): Promise<T> {
  const started = await starting;
  ends.push(() => started.close());
  return started;
}

const room = (): Room => ({
  topicKey: randomBytes(32) as Room['topicKey'],
  envelopeKey: randomBytes(32) as Room['envelopeKey'],
});
const addressOf = (kind: ProxyAddress['kind'], { port }: TestProxy): ProxyAddress => ({
  kind,
  host: '127.0.0.1',
  port,
});

/** Listens by a relay whose name nobody but the proxy can resolve. */
function listenBy(
  proxy: ProxyAddress,
  { port }: Relay,
  name = 'relay.test',
): { client: NostrRelay; tries: () => number } {
  const agents = relayAgents(proxy, { wall: Date.now, random: randomBytes });
  let tries = 0;
  const relay = new NostrRelay(
    `ws://${name}:${String(port)}`,
    Date.now,
    { changed: () => undefined, clock: () => undefined },
    (url) => {
      tries++;
      return agents(url);
    },
  );
  ends.push(() => relay.stop());
  relay.listen(room(), () => undefined);
  return { client: relay, tries: () => tries };
}

function privateMode(
  choice: Choice,
  folder = '/nowhere',
): { mode: PrivateMode; restarts: () => number; changes: () => number } {
  let restarts = 0;
  let changes = 0;
  const mode = new PrivateMode({
    choice,
    folder,
    wall: Date.now,
    random: randomBytes,
    restart: () => {
      restarts++;
    },
    changed: () => {
      changes++;
    },
  });
  return { mode, restarts: () => restarts, changes: () => changes };
}

const turn = [{ urls: ['turn:turn.test:3478?transport=tcp'], username: 'a', credential: 'b' }];

describe.each([
  ['socks5' as const, startSocks5],
  ['http' as const, startHttpConnect],
])('over a proxy of kind %s', (kind, start) => {
  it('a relay is reached by its name, which only the proxy resolves', async () => {
    const [proxy, relay] = [await kept(start()), await kept(startRelay())];
    const { client } = listenBy(addressOf(kind, proxy), relay);
    await expect.poll(() => client.status.state).toBe('works');
    expect(proxy.asked).toEqual([expect.objectContaining({ host: 'relay.test', port: relay.port })]);
    expect(relay.connections.size).toBe(1);
  });

  it('a relay that even the own computer would reach directly is not, when the proxy is gone', async () => {
    const [proxy, relay] = [await start(), await kept(startRelay())];
    await proxy.close();
    const { client, tries } = listenBy(addressOf(kind, proxy), relay, '127.0.0.1');
    await expect.poll(tries, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(client.status.state).toBe('trying');
    expect(relay.connections.size).toBe(0);
  });

  it('the proxy is asked whether it is there, and nobody behind it', async () => {
    const proxy = await start();
    expect(await proxyAnswers(addressOf(kind, proxy))).toBe(true);
    const nowhere = { host: '127.0.0.1', port: 9, user: null };
    expect(proxy.asked).toEqual(kind === 'http' ? [nowhere] : []);
    await proxy.close();
    expect(await proxyAnswers(addressOf(kind, proxy))).toBe(false);
  });

  it('a port that it lets through is reached, and no word said there; one that it refuses is not', async () => {
    const said: Buffer[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined).on('data', (data) => said.push(data));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    const proxy = await kept(start({ lets: (asked) => asked.port === port }));
    for (const host of ['turn.test', '192.0.2.7', '2001:db8::7'])
      expect(await proxyReaches(addressOf(kind, proxy), { host, port })).toBe(true);
    const other = await kept(startRelay());
    expect(await proxyReaches(addressOf(kind, proxy), { host: 'turn.test', port: other.port })).toBe(false);
    expect(other.connections.size).toBe(0);
    expect(said).toEqual([]);
    expect(proxy.asked.map(({ user }) => user)).toEqual([null, null, null, null]);
    await proxy.close();
    expect(await proxyReaches(addressOf(kind, proxy), { host: 'turn.test', port })).toBe(false);
  });

  it('the go-between whose port it refuses is named, until it is reached', async () => {
    const [one, other] = [await kept(startRelay()), await kept(startRelay())];
    let open = new Set([one.port]);
    const proxy = await kept(start({ lets: ({ port }) => open.has(port) }));
    const { mode, changes } = privateMode({ state: 'on', proxy: addressOf(kind, proxy) });
    const urls = [one, other].map(({ port }) => `turn:turn.test:${String(port)}?transport=tcp`);
    const servers = urls.map((url) => ({ urls: [url] }));
    await mode.tryTurn([...servers, { urls: ['turn:turn.test:1?transport=udp', 'stun:stun.test:3478'] }]);
    expect(mode.view).toMatchObject({ unreached: [`turn.test:${String(other.port)}`] });
    const told = changes();
    await mode.tryTurn(servers);
    expect(changes()).toBe(told);
    open = new Set([one.port, other.port]);
    expect(await mode.reach(urls[1] ?? '')).toBe('reached');
    expect(mode.view).toMatchObject({ unreached: [] });
    expect(await mode.reach('turn:turn.test:3478?transport=udp')).toBe('never');
    await proxy.close();
    expect(await mode.reach(urls[0] ?? '')).toBe('no-proxy');
    expect(mode.view).toMatchObject({ answers: false, unreached: [] });
  });
});

describe('over SOCKS', () => {
  it('a proxy with an IPv6 address is called as sockets know it', () => {
    const agents = relayAgents(parseProxyAddress('socks5://[::1]:9050'), {
      wall: Date.now,
      random: randomBytes,
    });
    expect(agents('wss://a.test')).toMatchObject({ proxy: { host: '::1', port: 9050 } });
  });

  it('each relay, each meeting and each hour has a user name of its own; a repeated try has not', () => {
    let now = 1_800_000_000_000;
    const ports = { wall: () => now, random: randomBytes };
    const proxy = parseProxyAddress('socks5://127.0.0.1:9050');
    const agents = relayAgents(proxy, ports);
    const userOf = (url: string, from = agents): string =>
      (from(url) as unknown as { proxy: { userId: string } }).proxy.userId;
    const first = userOf('wss://a.test');
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(userOf('wss://a.test')).toBe(first);
    const others = [userOf('wss://b.test'), userOf('wss://a.test', relayAgents(proxy, ports))];
    now += PERIOD_SECONDS * 1000;
    expect(new Set([first, ...others, userOf('wss://a.test')]).size).toBe(4);
  });

  it('two relays are asked for under two names', async () => {
    const [proxy, one, other] = [
      await kept(startSocks5()),
      await kept(startRelay()),
      await kept(startRelay()),
    ];
    const address = addressOf('socks5', proxy);
    const agents = relayAgents(address, { wall: Date.now, random: randomBytes });
    for (const { port } of [one, other]) {
      const events = { changed: () => undefined, clock: () => undefined };
      const relay = new NostrRelay(`ws://relay.test:${String(port)}`, Date.now, events, agents);
      ends.push(() => relay.stop());
      relay.listen(room(), () => undefined);
    }
    await expect.poll(() => proxy.asked.length).toBe(2);
    expect(new Set(proxy.asked.map(({ user }) => user)).size).toBe(2);
    expect(proxy.asked.every(({ user }) => user !== null)).toBe(true);
  });
});

describe('a proxy does not answer when', () => {
  it.each([
    ['socks5' as const, Buffer.of(5, 0xff)],
    ['socks5' as const, Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['http' as const, Buffer.of(5, 0)],
    ['http' as const, Buffer.from('SSH-2.0-x\r\n')],
    ['http' as const, null],
  ])('one of kind %s says %j', async (kind, answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.resume();
      if (answer) socket.end(answer);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    expect(await proxyAnswers({ kind, host: '127.0.0.1', port }, 200)).toBe(false);
  });
});

describe('the promise of private mode', () => {
  it('is kept where the proxy answers and a go-between can be reached through it', async () => {
    const proxy = await kept(startSocks5());
    const { mode } = privateMode({ state: 'on', proxy: addressOf('socks5', proxy) });
    expect(mode.view).toMatchObject({ state: 'on', answers: null });
    await mode.demand(turn);
    expect(mode.view).toMatchObject({ state: 'on', answers: true });
    expect(proxy.asked).toEqual([]);
  });

  it('is refused without a proxy, without a go-between, and where nothing is certain', async () => {
    const proxy = await startSocks5();
    const { mode } = privateMode({ state: 'on', proxy: addressOf('socks5', proxy) });
    const stun = [{ urls: ['stun:stun.test:3478', 'turn:turn.test:3478?transport=udp'] }];
    await expect(mode.demand(stun)).rejects.toMatchObject({ code: 'private-mode-no-turn' });
    expect(proxy.visits).toBe(0);
    await proxy.close();
    await expect(mode.demand(turn)).rejects.toMatchObject({ code: 'private-mode-no-proxy' });
    expect(mode.view).toMatchObject({ state: 'on', answers: false });
    const { mode: damaged } = privateMode({ state: 'damaged' });
    await expect(damaged.demand(turn)).rejects.toMatchObject({ code: 'private-mode-damaged' });
  });

  it('asks nothing while it is off', async () => {
    const { mode } = privateMode({ state: 'off', proxy: null });
    await mode.demand([]);
    await mode.tryTurn(turn);
    expect(await mode.reach('turn:turn.test:3478?transport=tcp')).toBe('not-asked');
    expect(mode.relayAgents()('wss://relay.test')).toBeUndefined();
    expect(mode.view).toEqual({ state: 'off' });
  });

  it('leaves relays alone of all ways, and none where nothing is certain', () => {
    const ways = ['nostr', 'dht', 'lan'] as const;
    const allowed = (choice: Choice): string[] => ways.filter((way) => privateMode(choice).mode.allows(way));
    expect(allowed({ state: 'off', proxy: null })).toEqual([...ways]);
    expect(allowed({ state: 'on', proxy: parseProxyAddress('http://127.0.0.1:1') })).toEqual(['nostr']);
    expect(allowed({ state: 'damaged' })).toEqual([]);
    expect(() => privateMode({ state: 'damaged' }).mode.relayAgents()('wss://relay.test')).toThrow();
  });

  it('is given anew by a start that follows the change, and by nothing else', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-private-'));
    ends.push(() => rm(folder, { recursive: true }));
    const { mode, restarts } = privateMode({ state: 'off', proxy: null }, folder);
    await expect(mode.set(true, 'direct://')).rejects.toMatchObject({ code: 'proxy-address-invalid' });
    expect(restarts()).toBe(0);
    await mode.set(true, 'socks5://127.0.0.1:9150');
    expect(restarts()).toBe(1);
    expect(mode.view).toEqual({ state: 'off' });
    expect(readChoice(folder)).toMatchObject({ state: 'on', proxy: { port: 9150 } });
  });
});
