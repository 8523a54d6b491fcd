import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AddressCounts } from '../../../../main/volunteer-server/relay/address-counts';
import { startRelay, type Relay } from '../../../../main/volunteer-server/relay/relay';
import { showsCertificate } from '../../../../main/volunteer-server/reach';
import { openState, type KeptState } from '../../../../main/volunteer-server/state-folder';

let folder: string;
let kept: KeptState;
let relay: Relay;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vigil-volunteer-'));
  kept = await openState(folder, false);
  relay = await startRelay({
    tls: { key: kept.key, cert: kept.certificate },
    limits: { connectionsPerAddress: 2 },
  });
});
afterAll(async () => {
  await relay.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 20 });
});

const connect = (): WebSocket => new WebSocket(relay.url, { rejectUnauthorized: false });

test('the relay is reached by TLS, and shows the certificate of the text', async () => {
  expect(relay.url).toMatch(/^wss:/);
  expect(await showsCertificate('127.0.0.1', relay.port, kept.certificateHash)).toBe(true);
  expect(await showsCertificate('127.0.0.1', relay.port, new Uint8Array(32))).toBe(false);
});

test('one address has as many connections as it may, and another as soon as one ends', async () => {
  const [first, second] = [connect(), connect()];
  await Promise.all([once(first, 'open'), once(second, 'open')]);
  const third = connect();
  const [code] = (await once(third, 'close')) as [number];
  expect(code).toBe(1013);
  first.close();
  await once(first, 'close');
  await expect.poll(() => relay.connections.size).toBe(1);
  const fourth = connect();
  await once(fourth, 'open');
  expect(fourth.readyState).toBe(WebSocket.OPEN);
  for (const one of [second, fourth]) {
    one.terminate();
    await once(one, 'close');
  }
});

test('addresses are counted while they are connected, a /64 of IPv6 as one', () => {
  const counts = new AddressCounts();
  expect(counts.take('2001:db8::1', 1)).toBe(true);
  expect(counts.take('2001:db8:0:0:ffff::2', 1)).toBe(false);
  expect(counts.take('2001:db8:0:1::1', 1)).toBe(true);
  expect(counts.take('::ffff:192.0.2.1', 1)).toBe(true);
  expect(counts.take('192.0.2.1', 1)).toBe(false);
  ['2001:db8::9', '2001:db8:0:1::', '192.0.2.1'].forEach((one) => {
    counts.release(one);
  });
  expect(counts.size).toBe(0);
});

test('certificate and secret stay until they are made anew', async () => {
  const again = await openState(folder, false);
  expect([again.certificateHash, again.secret]).toEqual([kept.certificateHash, kept.secret]);
  const other = path.join(folder, 'other');
  const before = await openState(other, false);
  const anew = await openState(other, true);
  expect(anew.certificateHash).not.toEqual(before.certificateHash);
  expect(anew.secret).not.toEqual(before.secret);
});
