import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import dns from 'node:dns';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import http, {
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openArrivingFile } from '../../../../main/files/arriving-file';
import { parseProxyAddress } from '../../../../main/private-mode/proxy-address';
import { noAgents, relayAgents } from '../../../../main/private-mode/relay-agents';
import { download, type Got } from '../../../../main/releases/download';
import { readPage } from '../../../../main/releases/read-page';
import { MayNotBeAsked, parseReleaseAddress, type Web } from '../../../../main/releases/web-get';
import { directly, type AgentFor } from '../../../../main/rendezvous/nostr/relay-socket';
import { MAX_RELEASE_LENGTH } from '../../../../shared/release/limits';
import type { TestProxy } from '../../../support/proxy/asked';
import { startSocks5 } from '../../../support/proxy/socks5';

let folder: string;
const servers: Server[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'vigil-releases-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

const web: Web = { agentFor: directly };
const page = (address: URL, way: Web): Promise<Uint8Array> =>
  readPage(address, way, new AbortController().signal);

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A page on this computer. */
async function serve(answer: RequestListener): Promise<URL> {
  const port = await portOf(http.createServer(answer));
  return new URL(`http://127.0.0.1:${String(port)}/a`);
}

/** The same by TLS, with a certificate of its own. */
async function serveByTls(answer: RequestListener): Promise<{ url: URL; ca: string }> {
  const [key, cert] = ['key', 'cert'].map((name) => path.join(folder, name)) as [string, string];
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
      ],
      ...[
        '-subj',
        '/CN=mirror',
        '-addext',
        'subjectAltName=IP:127.0.0.1,DNS:mirror.example',
        '-keyout',
        key,
        '-out',
        cert,
      ],
    ],
    { stdio: 'ignore' },
  );
  const ca = await readFile(cert, 'utf8');
  const port = await portOf(https.createServer({ key: await readFile(key), cert: ca }, answer));
  return { url: new URL(`https://127.0.0.1:${String(port)}/a`), ca };
}

describe('the address of a page or mirror', () => {
  it.each([
    ['https://mirror.example/vigil/', true],
    ['  https://mirror.example:8443/x  ', true],
    ['http://127.0.0.1:8080/x', true],
    ['http://[::1]:8080/x', true],
    [`http://${'a'.repeat(56)}.onion/x`, true],
    ['http://mirror.example/x', false],
    ['http://127.0.0.1.example/x', false],
    [`http://${'a'.repeat(56)}.onion.example/x`, false],
    ['http://192.168.1.1/x', false],
    ['https://user:word@mirror.example/x', false],
    ['ftp://mirror.example/x', false],
    ['file:///etc/passwd', false],
    ['mirror.example', false],
    ['', false],
    [`https://mirror.example/${'a'.repeat(1024)}`, false],
  ])('%s: %s', (text, expected) => {
    expect(parseReleaseAddress(text) !== null).toBe(expected);
  });
});

describe('a page with a release file', () => {
  it('is asked once, and told nothing of who asks', async () => {
    const asked: IncomingMessage['headers'][] = [];
    const url = await serve(({ headers }, response) => {
      asked.push(headers);
      response.end('words');
    });
    expect(Buffer.from(await page(url, web)).toString()).toBe('words');
    expect(asked).toEqual([
      { accept: '*/*', 'accept-encoding': 'identity', host: url.host, connection: 'close' },
    ]);
  });

  it('by TLS counts with a certificate that holds, and with no other', async () => {
    const { url, ca } = await serveByTls((_, response) => response.end('words'));
    expect(await page(url, { ...web, ca })).toHaveLength(5);
    await expect(page(url, web)).rejects.toThrow('certificate');
  });

  it('is read no further than a release file can go', async () => {
    let isGone = false;
    let sent = 0;
    const url = await serve((_, response) => {
      response.on('close', () => {
        isGone = true;
      });
      const more = (): void => {
        do sent += 9000;
        while (!response.destroyed && response.write(Buffer.alloc(9000)));
      };
      response.on('drain', more);
      more();
    });
    expect(await page(url, web)).toHaveLength(MAX_RELEASE_LENGTH + 1);
    // What lies in buffers on the way is far less.
    expect(sent).toBeLessThan(20_000_000);
    await expect.poll(() => isGone, { timeout: 15_000 }).toBe(true);
  });

  it('leads on by TLS alone', async () => {
    const other = await serve((_, response) => response.end('words'));
    const url = await serve((_, response) => response.writeHead(302, { location: other.href }).end());
    await expect(page(url, web)).rejects.toThrow('without TLS');
    const file = await serve((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(page(file, web)).rejects.toThrow('without TLS');
  });

  it('leads into no private network, although by TLS', async () => {
    const { url, ca } = await serveByTls((_, response) => response.end('words'));
    const named = url.href.replace('127.0.0.1', 'localhost');
    const from = await serve((_, response) => response.writeHead(302, { location: named }).end());
    await expect(page(from, { ...web, ca })).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it.each([
    ...['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '192.168.0.1', '169.254.169.254', '[fd00::1]'],
    ...['2130706433', '0x7f.1', '127.0.0.1.'],
  ])('leads to no literal private address: %s', async (host) => {
    const from = await serve((_, response) =>
      response.writeHead(302, { location: `https://${host}:9/` }).end(),
    );
    await expect(page(from, web)).rejects.toThrow('private network');
  });

  it('leads nowhere with a name and a password', async () => {
    const from = await serve((_, response) =>
      response.writeHead(302, { location: 'https://user:word@8.8.8.8:9/' }).end(),
    );
    await expect(page(from, web)).rejects.toThrow('with a password');
  });

  const onion = `${'a'.repeat(56)}.onion`;
  it.each([`http://${onion}/x`, `https://${onion}/x`, `https://${onion}./x`, 'https://x.onion/'])(
    'of an onion service is asked only by a proxy, and its name never resolved: %s',
    async (address) => {
      const lookup = vi.spyOn(dns, 'lookup');
      try {
        await expect(page(new URL(address), web)).rejects.toBeInstanceOf(MayNotBeAsked);
        if (address.startsWith('https:')) {
          const from = await serve((_, response) => response.writeHead(302, { location: address }).end());
          await expect(page(from, web)).rejects.toBeInstanceOf(MayNotBeAsked);
        }
        // The test's own server has its address looked up, too.
        expect(lookup.mock.calls.filter(([name]) => name.includes('onion'))).toEqual([]);
      } finally {
        lookup.mockRestore();
      }
    },
  );

  it.each([404, 500, 204])('that answers %i has none', async (status) => {
    const url = await serve((_, response) => response.writeHead(status).end());
    await expect(page(url, web)).rejects.toThrow();
  });

  it('is not asked past the proxy of private mode', async () => {
    let count = 0;
    const url = await serve((_, response) => {
      count++;
      response.end();
    });
    await expect(page(url, { agentFor: noAgents })).rejects.toThrow('private mode');
    expect(count).toBe(0);
  });
});

describe('a page behind the proxy of private mode', () => {
  const proxies: TestProxy[] = [];
  afterEach(() => Promise.all(proxies.splice(0).map((proxy) => proxy.close())));

  /** Whatever name is asked for is that server. */
  async function leadingTo({ port }: URL): Promise<{ proxy: TestProxy; agentFor: AgentFor }> {
    const proxy = await startSocks5({ lead: () => ({ host: '127.0.0.1', port: Number(port) }) });
    proxies.push(proxy);
    const address = parseProxyAddress(`socks5://127.0.0.1:${String(proxy.port)}`);
    return { proxy, agentFor: relayAgents(address, { wall: Date.now, random: randomBytes }) };
  }

  it('goes through the proxy, which resolves its name, wherever it leads', async () => {
    let leads = 1;
    const { url, ca } = await serveByTls((_, response) =>
      leads-- > 0
        ? response.writeHead(302, { location: 'https://mirror.example:8/b' }).end()
        : response.end('words'),
    );
    const { proxy, agentFor } = await leadingTo(url);
    expect(await page(new URL('https://mirror.example/a'), { agentFor, ca })).toHaveLength(5);
    expect(proxy.asked.map(({ host, port }) => [host, port])).toEqual([
      ['mirror.example', 443],
      ['mirror.example', 8],
    ]);
    const plain = await serve((_, response) => response.end('words'));
    const tor = await leadingTo(plain);
    const onion = `${'a'.repeat(56)}.onion`;
    expect(await page(new URL(`http://${onion}/`), tor)).toHaveLength(5);
    expect(tor.proxy.asked[0]?.host).toBe(onion);
  });

  it('leads on at most three times', async () => {
    const { url, ca } = await serveByTls((_, response) =>
      response.writeHead(302, { location: 'https://mirror.example/' }).end(),
    );
    const { proxy, agentFor } = await leadingTo(url);
    await expect(page(new URL('https://mirror.example/'), { agentFor, ca })).rejects.toThrow('no answer');
    expect(proxy.asked).toHaveLength(4);
  });

  it('leads to no local name behind the proxy', async () => {
    const { url, ca } = await serveByTls((_, response) =>
      response.writeHead(302, { location: 'https://router.local/' }).end(),
    );
    const { proxy, agentFor } = await leadingTo(url);
    await expect(page(new URL('https://mirror.example/'), { agentFor, ca })).rejects.toThrow(
      'private network',
    );
    expect(proxy.asked).toHaveLength(1);
  });

  it.each(['http://127.0.0.1:9/', 'http://[::1]:9/', 'http://localhost:9/'])(
    'is at no plain address of this computer, which the proxy may not be on: %s',
    async (address) => {
      const { proxy, agentFor } = await leadingTo(new URL(address));
      await expect(page(new URL(address), { agentFor })).rejects.toMatchObject({ why: 'local' });
      expect(proxy.visits).toBe(0);
    },
  );
});

describe('a package from a mirror', () => {
  const whole = Buffer.alloc(300_000, 'abc');
  const file = {
    ...{ name: 'Vigil-0.2.0-linux-x64.deb', platform: 'linux', arch: 'x64', kind: 'deb' },
    ...{ size: whole.length, hash: new Uint8Array(createHash('sha256').update(whole).digest()) },
  };

  async function get(answer: (response: ServerResponse) => void, signal?: AbortSignal): Promise<Got> {
    const address = await serve((_, response) => {
      answer(response);
    });
    const guarded = (run: () => void): void => {
      run();
    };
    const sink = await openArrivingFile({ place: path.join(folder, file.name), guarded });
    return download({
      ...{ address, file, sink, web, progress: () => undefined },
      signal: signal ?? new AbortController().signal,
    });
  }
  const left = (): Promise<string[]> => readdir(folder);

  it('has its name once it is what the release names', async () => {
    expect(await get((response) => response.end(whole))).toBe('checked');
    expect(await left()).toEqual([file.name]);
    expect((await readFile(path.join(folder, file.name))).equals(whole)).toBe(true);
  });

  const turned = Buffer.from(whole);
  turned[123_456]! ^= 1;
  it.each<[string, Got, (response: ServerResponse) => void]>([
    ['one bit turned', 'other-hash', (response) => response.end(turned)],
    ['one byte more', 'other-size', (response) => response.end(Buffer.concat([whole, Buffer.of(0)]))],
    ['one byte less', 'other-size', (response) => response.end(whole.subarray(1))],
    [
      'no end',
      'other-size',
      (response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(whole));
        };
        response.on('drain', more);
        more();
      },
    ],
    [
      'a line that breaks',
      'unreachable',
      (response) => {
        response.writeHead(200, { 'content-length': whole.length });
        response.write(whole.subarray(0, 100_000), () => response.destroy());
      },
    ],
  ])('with %s is %s, and gone', async (_, got, answer) => {
    expect(await get(answer)).toBe(got);
    expect(await left()).toEqual([]);
  });

  it('is gone when the person stops', async () => {
    const abort = new AbortController();
    const got = await get((response) => {
      response.write(whole.subarray(0, 1000));
      setImmediate(() => {
        abort.abort();
      });
    }, abort.signal);
    expect(got).toBe('stopped');
    expect(await left()).toEqual([]);
  });
});
