/** Simulated peer connections: they meet when each was told the other's true certificate. */
import { concat, toHex } from '../../../shared/bytes';
import { eachPiece, pieceCount } from '../../../shared/files/pieces';
import type {
  ConnectionEvent,
  ConnectionPort,
  ConnectionRole,
  PeerConnectionCommand,
} from '../../../shared/meeting/ports';
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { Scheduler } from './scheduler';

/** How long a browser takes to notice that a path is gone, and to give it up. Milliseconds. */
const NOTICE_MS = 3000;
const FAIL_MS = 25_000;

interface Connection {
  connectionId: string;
  owner: SimulatedConnections;
  side: 'offer' | 'answer';
  description: CompactDescription;
  remote: string | null;
  other: Connection | null;
  closed: boolean;
  /** User fragments that this end listens to, and those that it was told of. */
  own: string[];
  told: string[];
  /** What was sent while there was no path, as a reliable data channel keeps it. */
  kept: Uint8Array[];
  /** What was sent here before arrives before: data channels keep the order. */
  arrivesAt: number;
  /** The same of the channel for files. */
  piecesArriveAt: number;
  interrupted: boolean;
}

/** Where all connections of a simulated world find each other. */
export class Network {
  readonly all = new Map<string, Connection>();
  /** False: no packet gets through. */
  works = true;
  readonly #cut: (readonly [SimulatedConnections, SimulatedConnections])[] = [];
  /** User fragments of addresses that nobody has any more. */
  readonly #stale = new Set<string>();
  #fragments = 0;
  /** Between parts no packets pass; whoever is in none reaches everybody. */
  #parts: SimulatedConnections[][] | null = null;
  /** How long one message takes, in milliseconds: a lost packet is sent again, so loss is delay. */
  delay: () => number = () => 20;
  /** How long one piece of a file takes on the line, in milliseconds. */
  pieceMs = 0;
  /** All that was ever sent over connections, as it crosses the network. */
  readonly sent = { messages: 0, bytes: 0 };
  onSent: (bytes: Uint8Array) => void = () => undefined;

  constructor(
    readonly scheduler: Scheduler,
    readonly random: (length: number) => Uint8Array,
  ) {}

  fragment(): string {
    return `frag${String(this.#fragments++)}`;
  }

  connect(connection: Connection): void {
    const other = connection.remote === null ? undefined : this.all.get(connection.remote);
    if (
      !this.works ||
      !other ||
      other.remote !== toHex(connection.description.fingerprint) ||
      connection.other
    )
      return;
    if (connection.closed || other.closed || this.#isCut(connection, other)) return;
    connection.other = other;
    other.other = connection;
    this.scheduler.timer(30, () => {
      for (const end of [connection, other]) end.owner.tell(end, { type: 'opened' });
    });
  }

  /** Whether packets get from this end to the other. */
  reaches(connection: Connection): boolean {
    const { other } = connection;
    if (!this.works || !other || connection.closed || other.closed || this.#isCut(connection, other))
      return false;
    const meets = (one: Connection, far: Connection): boolean =>
      one.own.some((fragment) => !this.#stale.has(fragment) && far.told.includes(fragment));
    return meets(connection, other) && meets(other, connection);
  }

  /**
   * Nothing gets through between these two any more, and nobody is told.
   * @param moved one of the two has another address: what was described until now leads nowhere for ever.
   */
  cut(one: SimulatedConnections, other: SimulatedConnections, moved = false): void {
    this.#cut.push([one, other]);
    if (moved) this.#move(one, other);
    for (const connection of this.#between(one, other)) this.watch(connection);
  }

  /** Packets get through again. @param moved as in `cut`. */
  restore(one: SimulatedConnections, other: SimulatedConnections, moved = false): void {
    const index = this.#cut.findIndex((pair) => pair.includes(one) && pair.includes(other));
    this.#cut.splice(index, 1);
    if (moved) this.#move(one, other);
    this.#lookAll();
  }

  #lookAll(): void {
    for (const connection of [...this.all.values()]) {
      this.connect(connection);
      this.look(connection);
    }
  }

  /** Computers of different parts do not reach each other; their connections break at once. Returns what ends that. */
  part(parts: SimulatedConnections[][]): () => void {
    this.#parts = parts;
    for (const connection of [...this.all.values()])
      if (connection.other && this.#isCut(connection, connection.other))
        connection.owner.loseOne(connection.other.owner);
    return () => {
      this.join();
    };
  }

  /** The same, but connections wait for the path to come back, each as long as `patience` says, in milliseconds. */
  interrupt(parts: SimulatedConnections[][], patience: () => number): void {
    this.#parts = parts;
    for (const connection of [...this.all.values()])
      if (connection.other && this.#isCut(connection, connection.other)) this.watch(connection, patience());
  }

  join(): void {
    this.#parts = null;
    this.#lookAll();
  }

  /** The path may be back. */
  look(connection: Connection): void {
    if (!connection.interrupted || !this.reaches(connection)) return;
    connection.interrupted = false;
    this.scheduler.timer(30, () => {
      connection.owner.tell(connection, { type: 'path', state: 'up' });
      for (const bytes of connection.kept.splice(0)) connection.owner.send(connection.connectionId, bytes);
    });
  }

  #move(one: SimulatedConnections, other: SimulatedConnections): void {
    for (const { own } of this.#between(one, other)) for (const fragment of own) this.#stale.add(fragment);
  }

  /** @param failsAfter milliseconds until the browser gives the path up. */
  watch(connection: Connection, failsAfter = FAIL_MS): void {
    this.scheduler.timer(NOTICE_MS, () => {
      if (connection.closed || this.reaches(connection)) return;
      connection.interrupted = true;
      connection.owner.tell(connection, { type: 'path', state: 'interrupted' });
    });
    this.scheduler.timer(failsAfter, () => {
      if (!this.reaches(connection)) connection.owner.lose(connection);
    });
  }

  #between(one: SimulatedConnections, other: SimulatedConnections): Connection[] {
    return [...this.all.values()].filter(
      ({ owner, other: far }) =>
        (owner === one && far?.owner === other) || (owner === other && far?.owner === one),
    );
  }

  #isCut({ owner }: Connection, { owner: other }: Connection): boolean {
    if (owner.crashed || other.crashed || owner.isAsleep || other.isAsleep) return true;
    const partOf = (one: SimulatedConnections): SimulatedConnections[] | undefined =>
      this.#parts?.find((part) => part.includes(one));
    const [mine, theirs] = [partOf(owner), partOf(other)];
    const apart = mine !== undefined && theirs !== undefined && mine !== theirs;
    return apart || this.#cut.some((pair) => pair.includes(owner) && pair.includes(other));
  }
}

export class SimulatedConnections implements ConnectionPort {
  readonly opened: string[] = [];
  /** Media negotiated, by connection: what a real window would send and receive. */
  readonly media = new Set<string>();
  /** What the other side said of how tall it shows our picture, by connection. */
  readonly shown: [connectionId: string, height: ViewHeight][] = [];
  readonly shownScreens: [connectionId: string, shown: boolean][] = [];
  /** Restarts for which candidates were gathered. */
  restarts = 0;
  /** Nothing leaves or reaches this computer any more. */
  crashed = false;
  /** What it is told when it wakes; null while it is awake. */
  #untold: (() => void)[] | null = null;
  readonly #connections = new Map<string, Connection>();
  onEvent: (connectionId: string, event: ConnectionEvent) => void = () => undefined;
  /** Lets a test stand between channel and media. */
  rewriteMedia: (description: MediaDescription) => MediaDescription = (description) => description;
  /** What this side sends of files, as a changed app would. */
  rewritePieces: (pieces: Uint8Array[]) => Uint8Array[] = (pieces) => pieces;
  rewriteRestart: (description: CompactDescription) => CompactDescription = (description) => description;

  constructor(private readonly network: Network) {}

  tell(connection: Connection, event: ConnectionEvent): void {
    if (this.#untold)
      this.#untold.push(() => {
        this.tell(connection, event);
      });
    else if (!this.crashed && (!connection.closed || event.type === 'closed'))
      this.onEvent(connection.connectionId, event);
  }

  /** Each command by a method of its own, which a test may put another in place of. */
  run(command: PeerConnectionCommand): void {
    const { connectionId } = command;
    switch (command.type) {
      case 'open':
        this.open(connectionId, command.role);
        break;
      case 'accept-answer':
        this.acceptAnswer(connectionId, command.remote);
        break;
      case 'send':
        this.send(connectionId, command.bytes);
        break;
      case 'send-pieces':
        this.sendPieces(connectionId, command.pieces);
        break;
      case 'start-media':
        this.startMedia(connectionId);
        break;
      case 'accept-media':
        this.acceptMedia(connectionId, command.remote);
        break;
      case 'show-screen':
        this.shownScreens.push([command.connectionId, command.shown]);
        break;
      case 'show':
        this.show(connectionId, command.height);
        break;
      case 'restart':
        this.restart(connectionId);
        break;
      case 'accept-restart':
        this.acceptRestart(connectionId, command.remote);
        break;
      case 'close':
        this.close(connectionId, command.linger);
        break;
    }
  }

  open(connectionId: string, role: ConnectionRole): void {
    this.opened.push(connectionId);
    const description: CompactDescription = {
      ufrag: this.network.fragment(),
      pwd: 'abcdefghijklmnopqrstuv',
      fingerprint: this.network.random(32),
      setup: role.side === 'offer' ? 'actpass' : 'active',
      candidates: [],
    };
    const remote = role.side === 'offer' ? null : toHex(role.remote.fingerprint);
    const connection: Connection = {
      connectionId,
      owner: this,
      side: role.side === 'offer' ? 'offer' : 'answer',
      description,
      remote,
      other: null,
      closed: false,
      own: [description.ufrag],
      told: role.side === 'offer' ? [] : [role.remote.ufrag],
      kept: [],
      arrivesAt: 0,
      piecesArriveAt: 0,
      interrupted: false,
    };
    this.#connections.set(connectionId, connection);
    this.network.all.set(toHex(description.fingerprint), connection);
    this.#later(connection, { type: 'described', description });
    this.network.connect(connection);
  }

  acceptAnswer(connectionId: string, remote: CompactDescription): void {
    const connection = this.#connections.get(connectionId);
    if (!connection) return;
    connection.remote = toHex(remote.fingerprint);
    connection.told.push(remote.ufrag);
    this.network.connect(connection);
  }

  send(connectionId: string, bytes: Uint8Array): void {
    const connection = this.#connections.get(connectionId);
    const other = connection?.other;
    if (!connection || !other || connection.closed || this.crashed) return;
    this.network.sent.messages++;
    this.network.sent.bytes += bytes.length;
    this.network.onSent(bytes);
    if (this.network.reaches(connection)) this.#deliver(other, bytes);
    else connection.kept.push(bytes);
  }

  /** What is under way is lost with the path, as by a connection that is replaced. */
  sendPieces(connectionId: string, pieces: Uint8Array): void {
    const connection = this.#connections.get(connectionId);
    if (!connection?.other || connection.closed || this.crashed) return;
    const left = (afterMs: number): void => {
      this.network.scheduler.timer(afterMs, () => {
        this.tell(connection, { type: 'sent-pieces', count: pieceCount(pieces) });
      });
    };
    if (!this.network.reaches(connection)) {
      left(1);
      return;
    }
    const copies = this.rewritePieces(eachPiece(pieces.slice()));
    this.network.sent.bytes += copies.length * (copies[0]?.length ?? 0);
    const { other } = connection;
    const { scheduler, delay, pieceMs } = this.network;
    const begins = Math.max(other.piecesArriveAt, scheduler.now() + delay());
    other.piecesArriveAt = begins + copies.length * pieceMs;
    left(Math.max(1, other.piecesArriveAt - scheduler.now() - 50));
    scheduler.timer(other.piecesArriveAt - scheduler.now(), () => {
      if (this.network.reaches(connection))
        other.owner.tell(other, { type: 'received-pieces', pieces: concat(...copies) });
    });
  }

  restart(connectionId: string): void {
    const connection = this.#connections.get(connectionId);
    if (connection?.side === 'offer' && !connection.closed) this.#describeRestart(connection);
  }

  acceptRestart(connectionId: string, remote: CompactDescription): void {
    const connection = this.#connections.get(connectionId);
    if (!connection || connection.closed) return;
    connection.told.push(remote.ufrag);
    if (connection.side === 'answer') this.#describeRestart(connection);
    this.network.look(connection);
    if (connection.other) this.network.look(connection.other);
  }

  show(connectionId: string, height: ViewHeight): void {
    this.shown.push([connectionId, height]);
  }

  /** Vanishes without a word; others notice by and by. */
  crash(patience: () => number): void {
    this.crashed = true;
    for (const { closed, other } of this.#connections.values())
      if (!closed && other) this.network.watch(other, patience());
  }

  get isAsleep(): boolean {
    return this.#untold !== null;
  }

  /** Neither leaves nor reaches anything this computer until it wakes; others notice by and by. */
  sleep(patience: () => number): void {
    this.#untold = [];
    for (const { closed, other } of this.#connections.values())
      if (!closed && other) this.network.watch(other, patience());
  }

  /** Whatever the others have given up meanwhile, this side finds out. */
  wake(): void {
    const untold = this.#untold ?? [];
    this.#untold = null;
    for (const tell of untold) tell();
    for (const connection of this.#connections.values()) {
      const { closed, other } = connection;
      if (closed || !other) continue;
      if (other.closed) this.network.watch(connection);
      this.network.look(other);
      this.network.look(connection);
    }
  }

  startMedia(connectionId: string): void {
    this.#describeMedia(connectionId, 'offer');
  }

  acceptMedia(connectionId: string, remote: MediaDescription): void {
    this.media.add(connectionId);
    if (remote.kind === 'offer') this.#describeMedia(connectionId, 'answer');
  }

  close(connectionId: string, linger: boolean): void {
    const connection = this.#connections.get(connectionId);
    if (!connection || connection.closed) return;
    const heard = this.network.reaches(connection);
    connection.closed = true;
    this.#later(connection, { type: 'closed', reason: 'closed' });
    const { other } = connection;
    if (!other || !heard) return;
    const { scheduler } = this.network;
    const afterTheLast = linger ? Math.max(0, other.arrivesAt - scheduler.now()) : 0;
    scheduler.timer(60 + afterTheLast, () => other.owner.lose(other));
  }

  /** Whether the connection that stands between the two was offered by this side. */
  offered(other: SimulatedConnections): boolean {
    return [...this.#connections.values()].some(
      (connection) => !connection.closed && connection.other?.owner === other && connection.side === 'offer',
    );
  }

  /** Fingerprints of the own certificates, the newest last. */
  certificates(): Uint8Array[] {
    return [...this.#connections.values()].map(({ description }) => description.fingerprint);
  }

  /** The other end is gone, as a real data channel notices. */
  lose(connection: Connection): void {
    if (connection.closed) return;
    connection.closed = true;
    this.tell(connection, { type: 'closed', reason: 'failed' });
  }

  /** As if this computer lost its network. */
  loseAll(): void {
    for (const connection of this.#connections.values()) this.lose(connection);
  }

  /** As if the path to one other computer broke. */
  loseOne(other: SimulatedConnections): void {
    for (const connection of this.#connections.values()) {
      if (connection.closed || connection.other?.owner !== other) continue;
      const far = connection.other;
      this.lose(connection);
      other.lose(far);
    }
  }

  /** Something that is no message of ours arrives on every open connection. */
  injectEverywhere(bytes: Uint8Array): void {
    for (const connection of this.#connections.values()) this.tell(connection, { type: 'received', bytes });
  }

  #describeRestart(connection: Connection): void {
    this.restarts++;
    const description = { ...connection.description, ufrag: this.network.fragment() };
    connection.own.push(description.ufrag);
    this.#later(connection, { type: 'restart-described', description: this.rewriteRestart(description) });
  }

  #deliver(to: Connection, bytes: Uint8Array): void {
    const { scheduler, delay } = this.network;
    to.arrivesAt = Math.max(to.arrivesAt, scheduler.now() + delay());
    scheduler.timer(to.arrivesAt - scheduler.now(), () => {
      to.owner.tell(to, { type: 'received', bytes });
    });
  }

  #describeMedia(connectionId: string, kind: 'offer' | 'answer'): void {
    const connection = this.#connections.get(connectionId);
    if (!connection) return;
    const description = this.rewriteMedia({
      kind,
      transport: connection.description,
      dataMid: '0',
      sections: [],
    });
    this.#later(connection, { type: 'media-described', description });
  }

  #later(connection: Connection, event: ConnectionEvent): void {
    this.network.scheduler.timer(5, () => {
      this.tell(connection, event);
    });
  }
}
