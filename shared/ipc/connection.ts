/** How this app finds others, and by what path it reaches them: settings and states, as main and window share them. */
import { z } from 'zod';
import { none } from './shapes';

export const MAX_RELAYS = 16;
export const MAX_TURN_SERVERS = 4;
export const MAX_DHT_NODES = 8;

/** Ways to find each other that a person can switch off; passing two texts by hand needs no switch. */
export const switchableTransports = ['nostr', 'dht', 'lan'] as const;
export type SwitchableTransport = (typeof switchableTransports)[number];

export interface TransportState {
  transport: SwitchableTransport | 'paste';
  /**
   * off: by the person. not-private: it cannot go through the proxy. idle: nobody is looked for now. trying: no answer
   * yet. works: something really went there and back. silent: it did work, and stopped. failed: it cannot work here.
   */
  state: 'off' | 'not-private' | 'idle' | 'trying' | 'works' | 'silent' | 'failed';
  why: 'no-network' | 'no-multicast' | 'no-nodes' | 'no-answer' | 'refused' | null;
  /** Unix milliseconds of the last exchange. */
  lastExchangeAt: number | null;
  roundTripMs: number | null;
  /** Relays that answer, nodes that are known, people of this meeting on this network; null where nothing is counted. */
  others: number | null;
}

/**
 * Why a relay says no. sign-in: it wants to know who this is. members-only: it serves those who pay, or whom it knows.
 * work: it wants a proof of work. too-much: too many messages from this address. busy: not now. moved: it points to
 * another address. certificate: it does not prove to be the relay of this name. clock: the two clocks differ too much.
 * swallows: it says that it takes what is published, and passes nothing on.
 */
export const relayRefusals = [
  'sign-in',
  'members-only',
  'blocked',
  'work',
  'too-much',
  'busy',
  'moved',
  'certificate',
  'clock',
  'swallows',
  'other',
] as const;
export type RelayRefusal = (typeof relayRefusals)[number];

export interface RelayStatus {
  url: string;
  enabled: boolean;
  /**
   * idle: not needed now. trying: no answer yet. works: something that was published there came back. silent: it did
   * answer, and stopped. refuses: it is there, and no way for this person.
   */
  state: 'idle' | 'trying' | 'works' | 'silent' | 'refuses';
  /** Null unless it refuses. */
  refusal: RelayRefusal | null;
  /** Unix milliseconds of the last answer. */
  lastAnswerAt: number | null;
  roundTripMs: number | null;
}

/** A TURN server, which carries sealed media for those who have no direct path (RFC 8656). */
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
  transports: z.object({ nostr: z.boolean(), dht: z.boolean(), lan: z.boolean() }),
  /** `HOST:PORT` of DHT nodes to begin with; none: those that are known by themselves. */
  dhtNodes: z.array(z.string().max(256)).max(MAX_DHT_NODES),
  turn: z.array(turnServerSchema).max(MAX_TURN_SERVERS),
  /** Connections go through a TURN server only: participants do not see this computer's address. */
  hideAddress: z.boolean(),
  /** The same until somebody is verified. */
  directAfterVerified: z.boolean(),
  /** What the system's firewall asks at the first meeting was explained. */
  firewallExplained: z.boolean(),
};

/** How many of those settings a new profile begins with, and a file of before they existed. */
export const freshConnectionSettings: {
  [K in keyof typeof connectionSettings]: z.infer<(typeof connectionSettings)[K]>;
} = {
  transports: { nostr: true, dht: true, lan: true },
  dhtNodes: [],
  turn: [],
  hideAddress: false,
  directAfterVerified: false,
  firewallExplained: false,
};

/** Everything through a proxy, or not at all. Chosen at the start of the app, for its whole run. */
export type PrivateModeView =
  /** proxy: the one that was used last, if one ever was. */
  | { state: 'off'; proxy?: string | undefined }
  /**
   * proxy: `socks5://HOST:PORT` or `http://HOST:PORT`. answers: null before it was asked. unreached: `HOST:PORT` of
   * TURN servers to which it did not connect.
   */
  | { state: 'on'; proxy: string; answers: boolean | null; unreached: readonly string[] }
  /** It cannot be read whether and by what proxy: nothing leaves this computer before that is said anew. */
  | { state: 'damaged' };

/**
 * Whether the proxy of private mode connects to a TURN server. not-asked: private mode is not on. never: no proxy can,
 * since the server is reached by UDP. no-proxy: the proxy itself does not answer.
 */
export type TurnReach = 'reached' | 'not-reached' | 'never' | 'no-proxy' | 'not-asked';

/** What carries the connection to one participant. */
export const pathKinds = ['same-network', 'direct', 'relayed'] as const;
export const pathProtocols = ['udp', 'tcp', 'tls'] as const;

/** A connection's path as a report may tell it: what kind it is, and nothing of where it leads. */
export const reportedPathSchema = z.object({
  kind: z.enum(pathKinds),
  protocol: z.enum(pathProtocols),
  rttMs: z.number().nullable(),
});
export type ReportedPath = z.infer<typeof reportedPathSchema>;

export const connectionRequests = {
  /** Text about transports, relays and paths, without names, keys, links and addresses. */
  'report:compose': z.object({ paths: z.array(reportedPathSchema).max(100) }),
  /** Asks the person for a file, and writes the report that was composed last. */
  'report:save': none,
  /** Writes it down and starts the app again. Refused in a meeting. */
  'private-mode:set': z.object({ on: z.boolean(), proxy: z.string().max(300) }),
  /** Asks the proxy itself whether it is there; the view says it afterwards. */
  'private-mode:check': none,
  /** Has the proxy connect to a TURN server of this canonical URL, and says nothing to the server. */
  'private-mode:reach': z.object({ url: z.string().max(256) }),
} as const;
export interface ConnectionAnswers {
  'report:compose': { text: string };
  'report:save': { saved: boolean };
  'private-mode:check': { answers: boolean };
  'private-mode:reach': { reach: TurnReach };
}
