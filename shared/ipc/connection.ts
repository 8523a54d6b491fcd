/** How this app finds others, and by what path it reaches them: settings and states, as main and window share them. */
import { z } from 'zod';
import { none } from './shapes';

export const MAX_RELAYS = 16;
export const MAX_TURN_SERVERS = 4;
export const MAX_DHT_NODES = 8;

/** Ways to find each other that a person can switch off; passing two texts by hand needs no switch. */
export const switchableTransports = ['nostr', 'dht', 'lan'] as const;
export type SwitchableTransport = (typeof switchableTransports)[number];

export const transportStateSchema = z.object({
  transport: z.enum([...switchableTransports, 'paste']),
  /**
   * off: by the person. not-private: it cannot go through the proxy. idle: nobody is looked for now. trying: no answer
   * yet. works: something really went there and back. silent: it did work, and stopped. failed: it cannot work here.
   */
  state: z.enum(['off', 'not-private', 'idle', 'trying', 'works', 'silent', 'failed']),
  why: z.enum(['no-network', 'no-multicast', 'no-nodes', 'no-answer']).nullable(),
  /** Unix milliseconds of the last exchange. */
  lastExchangeAt: z.number().nullable(),
  roundTripMs: z.number().nullable(),
  /** Relays that answer, nodes that are known, people of this meeting on this network; null where nothing is counted. */
  others: z.number().nullable(),
});
export type TransportState = z.infer<typeof transportStateSchema>;

export const relayStatusSchema = z.object({
  url: z.string(),
  enabled: z.boolean(),
  /** idle: not needed now. trying: no answer yet. works: answered. silent: it did answer, and stopped. */
  state: z.enum(['idle', 'trying', 'works', 'silent']),
  /** Unix milliseconds of the last answer. */
  lastAnswerAt: z.number().nullable(),
  roundTripMs: z.number().nullable(),
});
export type RelayStatus = z.infer<typeof relayStatusSchema>;

/** A go-between that carries sealed media for those who have no direct path (RFC 8656). */
export const turnServerSchema = z.object({
  /** `turn:HOST:PORT?transport=udp`, `turn:HOST:PORT?transport=tcp` or `turns:HOST:PORT`. */
  url: z.string().max(256),
  username: z.string().max(256),
  credential: z.string().max(256),
  enabled: z.boolean(),
});
export type TurnServer = z.infer<typeof turnServerSchema>;

/** The part of the settings that says how others are found and reached. */
export const connectionSettings = {
  ways: z.object({ nostr: z.boolean(), dht: z.boolean(), lan: z.boolean() }),
  /** `HOST:PORT` of DHT nodes to begin with; none: those that are known by themselves. */
  dhtNodes: z.array(z.string().max(256)).max(MAX_DHT_NODES),
  turn: z.array(turnServerSchema).max(MAX_TURN_SERVERS),
  /** Links go through a go-between only: participants do not see this computer's address. */
  hideAddress: z.boolean(),
  /** The same until somebody is verified. */
  directAfterVerified: z.boolean(),
};

/** How many of those settings a new profile begins with, and a file of before they existed. */
export const freshConnectionSettings: {
  [K in keyof typeof connectionSettings]: z.infer<(typeof connectionSettings)[K]>;
} = {
  ways: { nostr: true, dht: true, lan: true },
  dhtNodes: [],
  turn: [],
  hideAddress: false,
  directAfterVerified: false,
};

/** Everything through a proxy, or not at all. Chosen at the start of the app, for its whole run. */
export const privateModeSchema = z.discriminatedUnion('state', [
  /** proxy: the one that was used last, if one ever was. */
  z.object({ state: z.literal('off'), proxy: z.string().optional() }),
  /** proxy: `socks5://HOST:PORT` or `http://HOST:PORT`. answers: null before it was asked. */
  z.object({ state: z.literal('on'), proxy: z.string(), answers: z.boolean().nullable() }),
  /** It cannot be read whether and by what proxy: nothing leaves this computer before that is said anew. */
  z.object({ state: z.literal('damaged') }),
]);
export type PrivateModeView = z.infer<typeof privateModeSchema>;

/** What carries the link to one participant. */
export const pathKinds = ['same-network', 'direct', 'relayed'] as const;
export const pathProtocols = ['udp', 'tcp', 'tls'] as const;

/** A link's path as a report may tell it: what kind it is, and nothing of where it leads. */
export const reportedPathSchema = z.object({
  kind: z.enum(pathKinds),
  protocol: z.enum(pathProtocols),
  rttMs: z.number().nullable(),
});
export type ReportedPath = z.infer<typeof reportedPathSchema>;

export const connectionRequests = {
  /** Text about ways, relays and paths, without names, keys, links and addresses. */
  'report:compose': {
    argument: z.object({ paths: z.array(reportedPathSchema).max(100) }),
    answer: z.object({ text: z.string() }),
  },
  /** Asks the person for a file, and writes the report that was composed last. */
  'report:save': { argument: none, answer: z.object({ saved: z.boolean() }) },
  /** Writes it down and starts the app again. Refused in a meeting. */
  'private-mode:set': { argument: z.object({ on: z.boolean(), proxy: z.string().max(300) }), answer: none },
  /** Asks the proxy itself whether it is there; the view says it afterwards. */
  'private-mode:check': { argument: none, answer: z.object({ answers: z.boolean() }) },
} as const;
