/**
 * A computer of which one command has made a volunteer's server: two homes with symmetric routers that reach nothing
 * else meet by it, in each way that it offers; a pass that has run out opens nothing; it keeps nobody's address.
 */
import { cryptoReady } from '../../../../shared/crypto/sodium';
import { DEFAULT_LIFETIME_SECONDS, parseLink } from '../../../../shared/invite/link';
import { turnLoginsOf } from '../../../../shared/volunteer/lent';
import type { TurnWay } from '../../../../shared/volunteer/place';
import { addressesIn } from '../addresses';
import { pause } from '../frames';
import { seeEachOther } from '../gather';
import type { Participant } from '../participant';
import type { Lab, Scenario } from '../scenario';
import { OTHER, wan, type Stage } from '../stage';
import { ports, startVolunteerAt, type VolunteerBox } from '../volunteer-box';

const PICTURE_LIMIT_MS = 30_000;
/** So long the last link is good, by the server's clock. */
const SHORT_MS = 25_000;
/** coturn looks at its clock once a second. */
const CLOCK_STEP_MS = 2000;

/** What is open to everybody, beside the relay by which they find each other; it is the volunteer's as well. */
const open: Record<TurnWay, { tcp: number[]; udp: number[] }> = {
  udp: { tcp: [], udp: [ports.turn] },
  tcp: { tcp: [ports.turn], udp: [] },
  tls: { tcp: [ports.tls], udp: [] },
};

function openOnly(stage: Stage, way: TurnWay): void {
  const { tcp, udp } = open[way];
  for (const lan of ['a', 'b'])
    stage.network.ban(lan, [{ what: 'all-but-ports', server: OTHER, tcp: [ports.relay, ...tcp], udp }]);
}

/** The guest has nothing but the link. */
async function meet(host: Participant, guest: Participant): Promise<{ link: string; met: boolean }> {
  const link = await host.tell('host', host.name);
  await guest.tell('ask', { link, name: guest.name });
  await host.tell('admit');
  const met = await seeEachOther(guest, host, PICTURE_LIMIT_MS);
  await guest.tell('backHome');
  await host.tell('backHome');
  return { link, met };
}

/** What a link lends. */
function passIn(link: string): { username: string; credential: string } {
  const { volunteer: lent } = parseLink(link, Date.now() / 1000).hints;
  const [login] = lent ? turnLoginsOf(lent) : [];
  if (!login) throw new Error('the link lends no volunteer');
  return login;
}

/** A guest's answers: while a link is good, and when its meeting is over and it has run out. */
async function passOver(host: Participant, guest: Participant, box: VolunteerBox, goodLink: string) {
  const place = { host: box.address, port: ports.turn };
  const ask = (link: string) => guest.tell('askTurn', { place, login: passIn(link) });
  const begun = Date.now();
  await host.tell('moveClock', SHORT_MS - DEFAULT_LIFETIME_SECONDS * 1000);
  const link = await host.tell('host', host.name);
  const login = passIn(link);
  const before = await guest.tell('askTurn', { place, login });
  await host.tell('backHome');
  const runsOut = Number(login.username.split(':')[0]) * 1000;
  await pause(Math.max(0, runsOut - Date.now()) + CLOCK_STEP_MS);
  const after = await guest.tell('askTurn', { place, login });
  return { before, after, other: await ask(goodLink), tookMs: Date.now() - begun };
}

/** The browser of the stand-in cannot ask the app which certificate counts, so it is told. */
const switchesFor = ({ publicKeyHash }: VolunteerBox): string[] =>
  process.env['VIGIL_RUNTIME'] === 'stand-in'
    ? [`--ignore-certificate-errors-spki-list=${publicKeyHash}`]
    : [];

async function run({ say, stage: build }: Lab) {
  await cryptoReady();
  const stage = build([
    { name: 'a', nat: 'symmetric', wan: wan(1), subnet: '192.168.1', homes: ['alice'] },
    { name: 'b', nat: 'symmetric', wan: wan(2), subnet: '192.168.2', homes: ['bob'] },
  ]);
  // The lab's own servers stand in the settings of both, and are reached by nobody.
  await stage.startServers({ relays: 1 });
  const box = await startVolunteerAt(stage.network, OTHER);
  stage.onEnd(box.kill);
  openOnly(stage, 'udp');
  const switches = switchesFor(box);
  const [alice, bob] = await Promise.all([
    stage.participant('alice', 'Alice', 0, { switches }),
    stage.participant('bob', 'Bob', 1, { switches }),
  ]);
  await alice.tell('useVolunteer', box.text);
  const met = { udp: false, tcp: false, tls: false };
  let link = '';
  for (const way of ['udp', 'tcp', 'tls'] as const) {
    openOnly(stage, way);
    const meeting = await meet(alice, bob);
    met[way] = meeting.met;
    link = meeting.link;
    say(`by ${way} alone: ${String(met[way])}.`);
  }
  openOnly(stage, 'tcp');
  const pass = await passOver(alice, bob, box, link);
  say(
    `a pass: ${String(pass.before)}; when it has run out: ${String(pass.after)}; another: ${String(pass.other)}.`,
  );

  const running = box.files();
  await box.end();
  const contents = [...running.values(), ...box.files().values(), Buffer.from(box.lines.join('\n'))];
  const people = [wan(1), wan(2), ...['alice', 'bob'].map((home) => stage.network.addressOf(home))];
  const addressesKept = addressesIn(contents, people);
  say(
    `${String(running.size)} files and ${String(box.lines.length)} lines name ${String(addressesKept)} addresses.`,
  );
  const endedRefused = pass.before === 'allocated' && pass.after === 401 && pass.other === 'allocated';
  const problems = [
    ...Object.entries(met).flatMap(([way, isMet]) => (isMet ? [] : [`by ${way} alone they do not meet`])),
    ...(endedRefused ? [] : ['a pass does not end when it should, or another ends with it']),
    ...(addressesKept === 0 ? [] : ['the volunteer has kept addresses']),
    ...([...running.keys()].some((file) => file.endsWith('/turnserver.conf'))
      ? []
      : ['its files were not found']),
  ];
  return { part: { ...met, endedRefused, addressesKept }, problems };
}

export const volunteer: Scenario = { name: 'volunteer', limitMs: 240_000, run };
