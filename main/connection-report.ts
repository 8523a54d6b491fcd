/**
 * What can be handed to someone who helps with a connection: how each connection method does, and nothing that tells
 * who, with whom or where. Pure: the same facts give the same text.
 */
import type { WallTime } from '../shared/clocks';
import type { AppView, MeetingView, RelayStatus, ReportedPath, TransportState } from '../shared/ipc';
import { defaultRelays } from './rendezvous/nostr/default-relays';

export interface ReportFacts {
  app: AppView;
  meeting: MeetingView;
  /** How often something from the network was dropped, by reason. */
  drops: ReadonlyMap<string, number>;
  paths: readonly ReportedPath[];
  /** `process.platform` and `process.arch`. */
  system: { platform: string; arch: string };
  /** Unix milliseconds. */
  now: WallTime;
}

const transportNames: Record<TransportState['transport'], string> = {
  nostr: 'relays',
  dht: 'peer-to-peer discovery (DHT)',
  lan: 'local network',
  paste: 'manual invite',
};

const HOUR = 3_600_000;

export function composeReport(facts: ReportFacts): string {
  const { app, system, now } = facts;
  const sections = [
    ['About', [`Vigil ${app.version} on ${app.runtime}, ${system.platform} ${system.arch}`, hourOf(now)]],
    [
      'Connection methods',
      app.transports.map((one) => `${transportNames[one.transport]}: ${transportLine(one, now)}`),
    ],
    ['Relays', relayLines(app, now)],
    ['Settings', settingLines(app)],
    ['Meeting', meetingLines(facts.meeting, now)],
    ['Connections, by kind', facts.paths.map(pathLine)],
    ['Dropped from the network', dropLines(facts.drops)],
  ] as const;
  const parts = sections.map(([title, lines]) =>
    [title, ...(lines.length > 0 ? lines : ['nothing']).map((line) => `- ${line}`)].join('\n'),
  );
  return [
    'Vigil connection report',
    'It holds no names, keys, links, titles or addresses. Times are rounded.',
    ...parts,
    '',
  ].join('\n\n');
}

function hourOf(now: WallTime): string {
  return `made on ${new Date(Math.floor(now / HOUR) * HOUR).toISOString().slice(0, 13).replace('T', ' at about ')} h UTC`;
}

function transportLine(transport: TransportState, now: WallTime): string {
  const { state, why, others, lastExchangeAt, roundTripMs } = transport;
  return [
    state,
    ...(why === null ? [] : [why]),
    ...(others === null ? [] : [`others: ${others}`]),
    ...exchange(lastExchangeAt, roundTripMs, now),
  ].join(', ');
}

function exchange(at: number | null, roundTripMs: number | null, now: WallTime): string[] {
  return [
    at === null ? 'no exchange so far' : `last exchange ${ago(now - at)}`,
    ...(roundTripMs === null ? [] : [`round trip ${milliseconds(roundTripMs)}`]),
  ];
}

function ago(elapsed: number): string {
  if (elapsed < 60_000) return 'less than a minute ago';
  if (elapsed < HOUR) return `about ${Math.round(elapsed / 60_000)} min ago`;
  return elapsed < 24 * HOUR ? `about ${Math.round(elapsed / HOUR)} h ago` : 'more than a day ago';
}

function milliseconds(value: number): string {
  return `about ${Math.max(10, Math.round(value / 10) * 10)} ms`;
}

/** A relay of one's own, or of a group, would tell who this is: only those that everybody has are named. */
function relayLines({ relays, settings }: AppView, now: WallTime): string[] {
  const known = new Set<string>(defaultRelays);
  const own = new Set(settings.relays.map(({ url }) => url));
  const counts = { own: 0, other: 0 };
  const nameOf = ({ url }: RelayStatus): string => {
    if (known.has(url)) return url;
    const kind = own.has(url) ? 'own' : 'other';
    counts[kind] += 1;
    return `${kind} relay ${counts[kind]}`;
  };
  return relays.map((relay) => {
    const state = relay.enabled ? relay.state : 'off';
    const why = relay.refusal === null ? [] : [relay.refusal];
    return `${nameOf(relay)}: ${[state, ...why, ...exchange(relay.lastAnswerAt, relay.roundTripMs, now)].join(', ')}`;
  });
}

function privateModeWord(view: AppView['privateMode']): string {
  if (view.state === 'off') return 'off';
  if (view.state === 'damaged') return 'not known, its file is damaged';
  const answers = { true: 'the proxy answers', false: 'the proxy does not answer', null: 'proxy not asked' };
  const unreached = view.unreached.length > 0 ? `, TURN servers not reached: ${view.unreached.length}` : '';
  return `on, ${answers[`${view.answers}`]}${unreached}`;
}

const linkClickWords: Record<AppView['linkClicks'], string> = {
  'open-here': 'open this Vigil',
  refused: 'the system did not let Vigil have them',
  'not-asked': 'not asked of the system',
};

function settingLines({ settings, privateMode, clockIsOff, linkClicks }: AppView): string[] {
  const { transports, turn, dhtNodes } = settings;
  return [
    `private mode: ${privateModeWord(privateMode)}`,
    `relays: ${onOff(transports.nostr)}, peer-to-peer discovery (DHT): ${onOff(transports.dht)}, local network: ${onOff(transports.lan)}`,
    `own DHT nodes: ${dhtNodes.length}`,
    `TURN servers: ${turn.filter(({ enabled }) => enabled).length} of ${turn.length} switched on`,
    `hide my IP address: ${onOff(settings.hideAddress)}, direct after verified: ${onOff(settings.directAfterVerified)}`,
    `save bandwidth: ${onOff(settings.saveBandwidth)}`,
    `this computer's clock: ${clockIsOff ? 'differs from the relays' : 'not known to be wrong'}`,
    `clicks on invite links: ${linkClickWords[linkClicks]}`,
  ];
}

function onOff(on: boolean): string {
  return on ? 'on' : 'off';
}

function meetingLines(meeting: MeetingView, now: WallTime): string[] {
  if (meeting.phase === 'ended') return [`ended: ${meeting.reason}`];
  if (meeting.phase === 'knocking') return [`waiting to join: ${meeting.step}`];
  if (meeting.phase !== 'inside') return [meeting.phase];
  const { peers, lists, alarm } = meeting;
  const count = (link: (typeof peers)[number]['link']): number =>
    peers.filter((peer) => peer.link === link).length;
  return [
    `inside as ${meeting.role}, began ${ago(now - meeting.startedAt)}`,
    `connections: ${count('open')} open, ${count('opening')} opening, ${count('interrupted')} interrupted`,
    `alarm: ${alarm}, lists that differ: ${lists.alarms.length}, cannot be compared: ${lists.cannotCompare.length}`,
  ];
}

function pathLine({ kind, protocol, rttMs }: ReportedPath): string {
  return [kind, protocol, ...(rttMs === null ? [] : [milliseconds(rttMs)])].join(', ');
}

/** Reasons are words of the code; anything else is not one. */
function dropLines(drops: ReadonlyMap<string, number>): string[] {
  return [...drops]
    .filter(([reason]) => /^[a-z]+(?:-[a-z]+)*$/.test(reason))
    .map(([reason, times]) => `${reason}: ${times}`);
}
