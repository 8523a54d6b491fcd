/** What the app asks of the network by itself: nothing. Electron's own network log tells it, and a proxy. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { fakeDevices, freshFolder } from '../support/driver/app';
import { connect, part } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { logSwitch, readNetLog } from '../support/driver/net-log';
import { choosePrivateMode } from '../support/driver/private-mode';
import { startSocks5 } from '../support/proxy/socks5';

/** So long a browser's own services wait at most before they ask. */
const IDLE_MS = 60_000;

/** Every name leads to a port of this computer where nothing answers, and is logged. */
const namesLeadNowhere = '--host-resolver-rules=MAP * 127.0.0.1:9 , EXCLUDE 127.0.0.1';

/** Main's connections from now on, as `HOST:PORT`, and names that it looks up. */
async function watchMain(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(() => {
    const [net, dns] = [process.getBuiltinModule('node:net'), process.getBuiltinModule('node:dns')];
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    const { connect: before } = net.Socket.prototype;
    net.Socket.prototype.connect = function (this: unknown, ...args: unknown[]) {
      const given = JSON.stringify(args, (_, value: unknown) => (typeof value === 'function' ? '' : value));
      const port = /"port":"?(\d+)/.exec(given)?.[1];
      if (port !== undefined) asked.push(`${/"host":"([^"]+)"/.exec(given)?.[1] ?? 'localhost'}:${port}`);
      return (before as (...all: unknown[]) => unknown).apply(this, args);
    } as typeof before;
    const { lookup } = dns;
    dns.lookup = Object.assign((...args: unknown[]) => {
      asked.push(`lookup ${String(args[0])}`);
      return (lookup as (...all: unknown[]) => unknown)(...args);
    }, lookup);
  });
  return () => app.evaluate(() => [...new Set((globalThis as unknown as { asked: string[] }).asked)]);
}

test('a start, a minute of idleness, a preview, a call and its end ask the relay and nobody else', async ({
  app,
  relay,
}) => {
  test.skip(
    process.env['VIGIL_RUNTIME'] !== 'electron',
    'a whole browser asks for things that Electron does not',
  );
  test.setTimeout(400_000);
  const { url } = await relay();
  const folders = [await freshFolder(), await freshFolder(), await freshFolder()] as const;
  const logs = folders.map((folder) => path.join(folder, 'net-log.json'));
  const switchesFor = (index: number): string[] => [...fakeDevices(), logSwitch(logs[index] ?? '')];
  const open = (index: 0 | 1) =>
    app({ relays: [url], folder: folders[index], switches: [...switchesFor(index), namesLeadNowhere] });
  const proxy = await startSocks5();
  await choosePrivateMode(folders[2], `socks5://127.0.0.1:${String(proxy.port)}`);

  const [alice, bob] = [await open(0), await open(1)];
  const hidden = await app({ relays: ['ws://relay.test:9'], folder: folders[2], switches: switchesFor(2) });
  const asked = [await watchMain(alice.app), await watchMain(bob.app)];
  await alice.page.waitForTimeout(IDLE_MS);
  // Nobody looks for anybody yet: there is no reason to ask even the relay.
  for (const tell of asked) expect(await tell()).toEqual([]);
  // Whether the proxy answers is looked at; it is asked for nobody.
  expect(proxy.asked).toEqual([]);

  await connect(alice.page, bob.page);
  await part(alice.page, bob.page);
  const ofRelay = new URL(url).host;
  for (const tell of asked)
    expect((await tell()).map((one) => one.replace('lookup ', ''))).toEqual([ofRelay]);
  await Promise.all([alice, bob, hidden].map((one) => one.close()));
  await proxy.close();

  for (const log of logs) {
    const { hosts, urls, addresses, events } = await readNetLog(log);
    expect({ hosts, urls, addresses }).toEqual({ hosts: [], urls: [], addresses: [] });
    expect(events).toBeGreaterThan(0);
  }
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 20 })));
});
