/**
 * How long it takes to be together: from pressing Join to the first picture of the other, at both ends, in an open
 * meeting. In each round two Vigil apps (with relays and a DHT, and with relays alone), two pages with trystero and two
 * pages that need not look for each other (floor) do it, in another order, each time in programs that were started for
 * it; Vigil and trystero have the same relays, on this computer, and nobody asks a STUN server. Medians count, and
 * ratios are those of the rounds.
 */
import { joinPlain } from './join/plain';
import { measureRelayRoundTrip, startJoinRelays } from './join/relays';
import { joinVigil, type JoinParts } from './join/vigil';
import { median, rounded } from './rounds';

const ROUNDS = 7;
const LEAST_ROUNDS = 5;
/** No new round begins after this: on a busy computer all goes slower. */
const LIMIT_MS = 180_000;
/** To reach a relay (TCP, WebSocket), and hello, answer, knock, admitted and answer through it. */
const RELAY_ROUND_TRIPS = 7;
const AIM_TO_FLOOR = 1.5;

const variants = ['vigil', 'byRelays', 'trystero', 'floor'] as const;
type Variant = (typeof variants)[number];

interface Round extends Record<Variant, number> {
  parts: JoinParts | null;
}

export interface JoinReport {
  joinMs: number;
  /** As joinMs, with nothing but the relays, as trystero has it. */
  joinByRelaysMs: number;
  trysteroMs: number;
  floorMs: number;
  ratioToTrystero: number;
  ratioToFloor: number;
  /** One message through a relay. */
  relayRoundTripMs: number;
  /** Milliseconds: one and a half times the floor, and the ways through a relay. */
  aim: number;
  /** Within the aim, and faster than trystero. */
  aimMet: boolean;
  /** Of Vigil's. */
  parts: JoinParts;
  rounds: number;
}

async function measure(round: number): Promise<Round> {
  const seen: Round = { vigil: 0, byRelays: 0, trystero: 0, floor: 0, parts: null };
  const turn = round % variants.length;
  for (const variant of [...variants.slice(turn), ...variants.slice(0, turn)]) {
    const relays = await startJoinRelays();
    try {
      if (variant === 'vigil') {
        const { totalMs, parts } = await joinVigil(relays, 'nostr,dht');
        Object.assign(seen, { vigil: totalMs, parts });
      } else if (variant === 'byRelays') seen.byRelays = (await joinVigil(relays, 'nostr')).totalMs;
      else seen[variant] = await joinPlain(variant, relays);
    } finally {
      await relays.close();
    }
  }
  return seen;
}

function medianParts(rounds: readonly Round[]): JoinParts {
  const all = rounds.flatMap(({ parts }) => parts ?? []);
  const of = (name: keyof JoinParts): number => Math.round(median(all.map((parts) => parts[name])));
  return {
    hello: of('hello'),
    answer: of('answer'),
    admitted: of('admitted'),
    channel: of('channel'),
    member: of('member'),
    picture: of('picture'),
  };
}

function report(rounds: readonly Round[], relayRoundTripMs: number): JoinReport {
  const of = (variant: Variant): number => Math.round(median(rounds.map((round) => round[variant])));
  const ratio = (to: Variant): number => rounded(median(rounds.map((round) => round.vigil / round[to])));
  const [joinMs, trysteroMs, floorMs] = [of('vigil'), of('trystero'), of('floor')];
  const aim = Math.round(AIM_TO_FLOOR * floorMs + RELAY_ROUND_TRIPS * relayRoundTripMs);
  return {
    joinMs,
    joinByRelaysMs: of('byRelays'),
    trysteroMs,
    floorMs,
    ratioToTrystero: ratio('trystero'),
    ratioToFloor: ratio('floor'),
    relayRoundTripMs: rounded(relayRoundTripMs),
    aim,
    aimMet: joinMs <= aim && joinMs < trysteroMs,
    parts: medianParts(rounds),
    rounds: rounds.length,
  };
}

export const explainJoin = `join
Milliseconds from pressing Join to both ends' first picture of each other: two Vigil apps with relays and a DHT
(joinMs) and with relays alone (joinByRelaysMs), two pages with trystero over the same relays (trysteroMs), two pages
with simple-peer that tell each other their descriptions inside the browser (floorMs). Every program is fresh, cameras
run before, and the variants take turns. aim is 1.5 times the floor and ${String(RELAY_ROUND_TRIPS)} ways through a
relay; parts are the steps of Vigil's way.`;

/** Takes about two minutes. */
export async function benchJoin(): Promise<JoinReport> {
  const until = performance.now() + LIMIT_MS;
  const relayRoundTripMs = await measureRelayRoundTrip();
  const rounds: Round[] = [];
  while (rounds.length < ROUNDS && (rounds.length < LEAST_ROUNDS || performance.now() < until))
    rounds.push(await measure(rounds.length));
  return report(rounds, relayRoundTripMs);
}
