import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toBase64Url } from '../../../../shared/bytes';
import { passName } from '../../../../shared/volunteer/lent';
import { readVolunteerText } from '../../../../shared/volunteer/volunteer-text';
import { readOptions, type VolunteerOptions } from '../../../../main/volunteer-server/options';
import { openState, type KeptState } from '../../../../main/volunteer-server/state-folder';
import { coturnConfig } from '../../../../main/volunteer-server/turn/coturn-config';
import {
  checkReach,
  startVolunteer,
  type RunningVolunteer,
} from '../../../../main/volunteer-server/volunteer';
import { allocate } from '../../../support/turn/allocate';
import { obstacleToCoturn, ownAddress } from '../../../support/turn/coturn';

const why = (await obstacleToCoturn()) ?? (ownAddress() === null ? 'no address but loopback' : null);
const host = ownAddress() ?? '127.0.0.1';

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, host));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

describe.skipIf(why !== null)('a volunteer starts everything by one command', () => {
  let folder: string;
  let kept: KeptState;
  let running: RunningVolunteer;
  let turnPort = 0;
  let chosen: VolunteerOptions;
  const said: string[] = [];

  const options = async () => {
    const [relay, turn, tls] = (await freePorts(3)).map(String) as [string, string, string];
    turnPort = Number(turn);
    const ports = ['--relay-port', relay, '--turn-port', turn, '--tls-port', tls];
    return readOptions(['--host', host, ...ports, '--each', '3'])!;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-volunteer-'));
    kept = await openState(folder, false);
    chosen = await options();
    running = await startVolunteer(chosen, kept, folder, (line) => said.push(line));
  });
  afterAll(async () => {
    await running.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  });

  /** As an app that holds the text makes it. @param seconds from now until it runs out. */
  const login = (seconds: number, markByte: number) => {
    const { secret } = readVolunteerText(running.text);
    const until = Math.floor(Date.now() / 1000) + seconds;
    const username = passName({ until, mark: new Uint8Array(6).fill(markByte) });
    const hmac = createHmac('sha1', toBase64Url(secret ?? new Uint8Array(0)));
    return { username, credential: hmac.update(username).digest('base64') };
  };
  const ask = (credentials: { username: string; credential: string }, held?: AbortSignal) =>
    allocate({ host, port: turnPort }, credentials, held);

  test('each part answers at the address of the text', async () => {
    const checked = await checkReach(chosen, kept);
    expect(checked.map(({ good }) => good).slice(0, 4)).toEqual([true, true, true, true]);
    expect(checked.at(-1)?.what).toBe('clock');
    const other = { ...kept, certificateHash: new Uint8Array(32) };
    expect((await checkReach(chosen, other)).map(({ good }) => good).slice(0, 4)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('a pass made by the text opens TURN, one that ran out or was made by another secret does not', async () => {
    expect(await ask(login(60, 1))).toBe('allocated');
    expect(await ask(login(-5, 1))).toBe(401);
    const { username } = login(60, 1);
    expect(
      await ask({ username, credential: createHmac('sha1', 'no').update(username).digest('base64') }),
    ).toBe(401);
    // A later time is another name, and needs another password.
    expect(await ask({ ...login(60, 1), username: login(6000, 1).username })).toBe(401);
  });

  test('one meeting has so many connections, and another is not kept out by it', async () => {
    const held = new AbortController();
    const answers = [];
    // Another time of running out makes no other meeting of it.
    for (let count = 0; count < 5; count++) answers.push(await ask(login(600 + count, 2), held.signal));
    expect(answers).toEqual(['allocated', 'allocated', 'allocated', 486, 486]);
    expect(await ask(login(60, 3))).toBe('allocated');
    held.abort();
  });

  test('what it writes and says names no address, no user and no secret but in its own file', async () => {
    expect(await ask(login(60, 4))).toBe('allocated');
    expect(await ask(login(-5, 4))).toBe(401);
    const names = (await readdir(folder)).filter((name) => name !== 'turnserver.conf');
    expect(names.sort()).toEqual(['certificate.pem', 'key.pem', 'secret', 'turndb', 'turnserver.pid']);
    const contents = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'latin1')));
    const all = [...contents, ...said].join('\n');
    expect(all).not.toContain(host);
    expect(all).not.toContain(login(60, 4).username.split(':')[1]!);
    expect(said).toEqual([]);
  });
});

test('nobody is led into the private network of a volunteer, nor to its own services', () => {
  const config = coturnConfig({
    ...{ listen: '10.0.0.2', external: '203.0.113.7', port: 3478, tlsPort: 443 },
    ...{ ports: { first: 49160, last: 49999 }, keyFile: 'key.pem', certificateFile: 'certificate.pem' },
    ...{ secret: 's', folder: '/state', people: 100, each: 12, bytesPerSecond: 1, bytesPerSecondEach: 1 },
  });
  for (const line of [
    ...['denied-peer-ip=127.0.0.0-127.255.255.255', 'denied-peer-ip=192.168.0.0-192.168.255.255'],
    ...['denied-peer-ip=::1-::1', 'no-multicast-peers', 'no-tcp-relay', 'no-cli', 'use-auth-secret'],
    ...['external-ip=203.0.113.7/10.0.0.2', 'log-file=stdout', 'user-quota=12', 'total-quota=100'],
  ])
    expect(config.split('\n')).toContain(line);
});
