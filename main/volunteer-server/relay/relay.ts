/**
 * A Nostr relay (NIP-01) for volunteers, for tests and for the demo: it checks signatures and filters, keeps ephemeral
 * events from everybody but their subscribers, bounds everything, and writes nothing to disk.
 */
import type { IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Filter } from 'nostr-tools/filter';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { systemClocks } from '../../clocks';
import { Connection } from './connection';
import { honestConduct, type RelayConduct } from './conduct';
import { EventStore, isEphemeral } from './event-store';
import { AddressCounts } from './address-counts';
import { defaultLimits, type RelayLimits } from './limits';
import { messageParser, type ClientMessage, type NostrEvent } from './messages';
import { signatureCheck } from './signature-check';

/** Everything that a relay sees, for tests that show how little it is. */
export type TapEntry =
  | { type: 'opened'; connection: number; address: string; path: string }
  | { type: 'received'; connection: number; text: string }
  | { type: 'sent'; connection: number; text: string }
  | { type: 'closed'; connection: number };

export interface RelayOptions {
  readonly host?: string;
  /** 0: a free one. */
  readonly port?: number;
  /** PEM. With it the relay is reached by wss. */
  readonly tls?: { key: string; cert: string };
  readonly limits?: Partial<RelayLimits>;
  readonly conduct?: Partial<RelayConduct>;
  /** False: this message of a client is lost on its way. */
  readonly hears?: (text: string) => boolean;
  /** Each event that was accepted. */
  readonly onEvent?: (event: NostrEvent) => void;
  /** Words without addresses or contents. */
  readonly log?: (line: string) => void;
  readonly tap?: (entry: TapEntry) => void;
  /** Somebody asks for a connection. */
  readonly visited?: () => void;
  /** Stands between an accepted event and its subscribers; an honest relay has none. */
  readonly intercept?: (event: NostrEvent, deliver: (event: NostrEvent) => void) => void;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

export interface Relay {
  readonly url: string;
  readonly port: number;
  readonly connections: ReadonlySet<Connection>;
  /** Number of events kept. */
  readonly stored: number;
  /** Sends an event to everybody who subscribed to the like, unchecked. */
  deliver(event: NostrEvent): void;
  /** Deals otherwise with its clients from now on. */
  change(conduct: Partial<RelayConduct>): void;
  /** Resolves when every connection and the port are free. */
  close(): Promise<void>;
}

/** Whoever is slower holds a place that others want. */
const TLS_HANDSHAKE_MS = 10_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Starts a relay; rejects when the port cannot be had. */
export async function startRelay(options: RelayOptions = {}): Promise<Relay> {
  const { host = '127.0.0.1', port = 0, onEvent, tap, now = systemClocks.wall } = options;
  const log = options.log ?? (() => undefined);
  const limits = { ...defaultLimits, ...options.limits };
  const conduct: Mutable<RelayConduct> = { ...honestConduct, ...options.conduct };
  const hears = options.hears ?? (() => true);
  const isGenuine = await signatureCheck();
  const parse = messageParser(limits);
  const store = new EventStore(limits.storedEvents, conduct.keepsEphemeralSeconds, now);
  const connections = new Set<Connection>();
  const addresses = new AddressCounts();
  let lastNumber = 0;

  const front = options.tls
    ? createTlsServer({ ...options.tls, handshakeTimeout: TLS_HANDSHAKE_MS }, (_request, response) => {
        response.writeHead(426, { Connection: 'close' }).end();
      })
    : null;
  if (front) front.maxConnections = limits.connections;
  const server = new WebSocketServer({
    ...(front ? { server: front } : { host, port }),
    maxPayload: limits.messageBytes,
    perMessageDeflate: false,
    verifyClient: (_info, answer) => {
      const { http } = conduct;
      options.visited?.();
      if (http) answer(false, http.status, 'no', http.headers);
      else answer(true);
    },
  });

  const deliver = (event: NostrEvent): void => {
    for (const connection of connections) connection.offer(event, !conduct.matchesTags);
  };
  const pass = options.intercept ?? ((event, onward) => onward(event));

  /** Why an event is refused, or undefined. */
  const fault = (event: NostrEvent): string | undefined => {
    const ahead = event.created_at - Math.floor(now() / 1_000);
    if (ahead > limits.secondsAhead) return 'invalid: created_at is in the future';
    if (isEphemeral(event.kind) && -ahead > limits.secondsBack) return 'invalid: ephemeral event expired';
    return isGenuine(event) ? undefined : 'invalid: id or signature is wrong';
  };

  const isStranger = ({ isSignedIn }: Connection): boolean => conduct.wantsSignIn && !isSignedIn;
  const signInFirst = 'auth-required: sign in first';

  const accept = (connection: Connection, event: NostrEvent): void => {
    if (isStranger(connection)) {
      connection.send(['OK', event.id, false, signInFirst]);
      return;
    }
    if (!connection.events.take()) {
      connection.send(['OK', event.id, false, 'rate-limited: too many events']);
      return;
    }
    const why = fault(event);
    if (why !== undefined) {
      connection.send(['OK', event.id, false, why]);
      return;
    }
    const { answersEvents } = conduct;
    if (typeof answersEvents === 'object') {
      connection.send(['OK', event.id, false, answersEvents.words]);
      return;
    }
    const isNew = store.add(event);
    if (answersEvents === 'notice') connection.send(['NOTICE', 'rate-limited']);
    if (answersEvents === 'ok') {
      connection.send(['OK', event.id, true, isNew ? '' : 'duplicate: already here']);
    }
    if (!isNew || !conduct.passesOn) return;
    onEvent?.(event);
    pass(event, deliver);
  };

  const subscribe = (connection: Connection, subscription: string, filters: Filter[]): void => {
    const { subscriptions } = connection;
    const { answersSubscriptions: answers } = conduct;
    if (isStranger(connection)) {
      connection.send(['CLOSED', subscription, signInFirst]);
      return;
    }
    if (typeof answers === 'object') {
      connection.send(['CLOSED', subscription, answers.words]);
      return;
    }
    if (answers === 'notice') connection.send(['NOTICE', 'rate-limited']);
    if (answers !== 'eose') return;
    if (!subscriptions.has(subscription) && subscriptions.size >= limits.subscriptions) {
      connection.send(['CLOSED', subscription, 'rate-limited: too many subscriptions']);
      return;
    }
    subscriptions.set(subscription, filters);
    for (const event of store.find(filters)) connection.send(['EVENT', subscription, event]);
    connection.send(['EOSE', subscription]);
  };

  /** NIP-42. */
  const signIn = (connection: Connection, event: NostrEvent): void => {
    const says = (name: string): string | undefined => event.tags.find(([tag]) => tag === name)?.[1];
    const isRight =
      event.kind === 22_242 &&
      says('challenge') === connection.challenge &&
      says('relay') !== undefined &&
      isGenuine(event);
    connection.isSignedIn ||= isRight;
    connection.send(['OK', event.id, isRight, isRight ? '' : 'auth-required: not what was asked for']);
  };

  const obey = (connection: Connection, message: ClientMessage): void => {
    switch (message.type) {
      case 'event':
        accept(connection, message.event);
        return;
      case 'subscribe':
        subscribe(connection, message.subscription, message.filters);
        return;
      case 'sign-in':
        signIn(connection, message.event);
        return;
      case 'unsubscribe':
        connection.subscriptions.delete(message.subscription);
    }
  };

  const receive = (connection: Connection, data: RawData, isBinary: boolean): void => {
    if (!connection.messages.take()) {
      if (conduct.overLimit === 'notice') connection.send(['NOTICE', 'rate limited']);
      else connection.end(1008, 'rate-limited');
      return;
    }
    if (isBinary || !Buffer.isBuffer(data)) {
      connection.send(['NOTICE', 'invalid: not text']);
      return;
    }
    const text = data.toString('utf8');
    if (!hears(text)) return;
    tap?.({ type: 'received', connection: connection.number, text });
    const parsed = parse(text);
    if (parsed.ok) obey(connection, parsed.message);
    else connection.send(parsed.refusal);
  };

  server.on('headers', (headers: string[]) => {
    // Clients compare clocks with it.
    if (conduct.tellsTime) headers.push(`Date: ${new Date(now()).toUTCString()}`);
  });

  server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    // A broken frame ends the connection, not the relay.
    socket.on('error', () => socket.terminate());
    if (connections.size >= limits.connections) {
      socket.close(1013, 'too many connections');
      return;
    }
    const address = request.socket.remoteAddress ?? '';
    if (!addresses.take(address, limits.connectionsPerAddress)) {
      socket.close(1013, 'too many connections');
      return;
    }
    const number = ++lastNumber;
    const connection = new Connection(number, socket, limits, now, (text) => {
      tap?.({ type: 'sent', connection: number, text });
    });
    connections.add(connection);
    tap?.({
      type: 'opened',
      connection: number,
      address,
      path: request.url ?? '',
    });
    log(`connection opened, ${connections.size} open`);
    if (conduct.wantsSignIn) connection.send(['AUTH', connection.challenge]);
    socket.on('message', (data, isBinary) => receive(connection, data, isBinary));
    socket.on('close', () => {
      connections.delete(connection);
      addresses.release(address);
      tap?.({ type: 'closed', connection: number });
      log(`connection closed, ${connections.size} open`);
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
    front?.listen(port, host);
  });
  server.on('error', () => log('the server failed to accept a connection'));
  const pinging = setInterval(() => {
    for (const connection of connections) connection.ping();
  }, limits.pingEveryMs);

  const actualPort = ((front ?? server).address() as AddressInfo).port;
  const hostInUrl = host.includes(':') ? `[${host}]` : host;
  return {
    url: `${front ? 'wss' : 'ws'}://${hostInUrl}:${actualPort}`,
    port: actualPort,
    connections,
    get stored() {
      return store.size;
    },
    deliver,
    change: (change) => {
      Object.assign(conduct, change);
    },
    close: () =>
      new Promise((resolve) => {
        clearInterval(pinging);
        for (const socket of server.clients) socket.terminate();
        server.close(() => {
          if (!front) resolve();
          else front.close(() => resolve());
          front?.closeAllConnections();
        });
      }),
  };
}
