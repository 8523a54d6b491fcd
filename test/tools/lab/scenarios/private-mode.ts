/** A home that may reach nothing but its proxy: the call goes through it, and not a single packet elsewhere. */
import { pause } from '../frames';
import { gather } from '../gather';
import { PROXY_PORT, startProxyAt, watchPackets } from '../proxy';
import type { Lab, Scenario } from '../scenario';
import { OTHER, wan } from '../stage';
import { trafficOf } from '../traffic';

const CALL_MS = 5000;

async function run({ say, stage: build }: Lab) {
  const stage = build([
    { name: 'a', nat: 'cone', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'cone', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
  ]);
  await stage.startServers({ relays: 2 });
  const proxy = startProxyAt(stage.network, OTHER);
  stage.onEnd(proxy.end);
  // Whatever goes elsewhere gets nowhere, and is counted all the same: the watch is before the router.
  stage.network.ban('b', [{ what: 'all-but', server: OTHER, home: stage.network.addressOf('bob') }]);
  const watch = await watchPackets(stage.network, 'bob');
  const [alice, bob] = await Promise.all([
    stage.participant('alice', 'Alice', 0),
    stage.participant('bob', 'Bob', 1, { transports: 'nostr,dht,lan', proxy: proxy.url }),
  ]);
  const turn = stage.turn ? [stage.turn.setting('tcp')] : [];
  await Promise.all([alice, bob].map((one) => one.tell('saveSettings', { turn })));
  await gather(alice, [bob]);
  const heard = await bob.hears(alice);
  await pause(CALL_MS);
  const { toProxy, strays } = trafficOf(await watch.end(), OTHER, PROXY_PORT);
  say(`${String(toProxy)} packets to the proxy, ${String(strays.length)} elsewhere.`);
  for (const stray of new Set(strays.slice(0, 10))) say(`elsewhere: ${stray}`);
  const problems = [
    ...(strays.length > 0 ? [`${String(strays.length)} packets went past the proxy`] : []),
    ...(toProxy > 0 ? [] : ['nothing was seen to go to the proxy']),
    ...(heard ? [] : ['nothing is heard through the proxy']),
  ];
  return { part: { strayPackets: strays.length, packetsToProxy: toProxy }, problems };
}

export const privateMode: Scenario = { name: 'privateMode', limitMs: 120_000, run };
