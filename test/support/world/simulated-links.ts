/** Simulated peer connections: they meet when each was told the other's true certificate. */
import { toHex } from '../../../shared/bytes';
import type { ConnectionEvent, ConnectionPort, ConnectionRole } from '../../../shared/meeting/ports';
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { Scheduler } from './scheduler';

/** How long a browser takes to notice that a path is gone, and to give it up. Milliseconds. */
const NOTICE_MS = 3000;
const FAIL_MS = 25_000;

interface Link {
  connectionId: string;
  owner: SimulatedLinks;
  side: 'offer' | 'answer';
  description: CompactDescription;
  remote: string | null;
  other: Link | null;
  closed: boolean;
  /** User fragments that this end listens to, and those that it was told of. */
  own: string[];
  told: string[];
  /** What was sent while there was no path, as a reliable data channel keeps it. */
  kept: Uint8Array[];
  /** What was sent here before arrives before: data channels keep the order. */
  arrivesAt: number;
  interrupted: boolean;
}

/** Where all links of a simulated world find each other. */
export class Network {
  readonly links = new Map<string, Link>();
  /** False: no packet gets through. */
  works = true;
  readonly #cut: (readonly [SimulatedLinks, SimulatedLinks])[] = [];
  /** User fragments of addresses that nobody has any more. */
  readonly #stale = new Set<string>();
  #fragments = 0;
  /** Between parts no packets pass; whoever is in none reaches everybody. */
  #parts: SimulatedLinks[][] | null = null;
  /** How long one message takes, in milliseconds: a lost packet is sent again, so loss is delay. */
  delay: () => number = () => 20;
  /** All that was ever sent over links, as it crosses the network. */
  readonly sent = { messages: 0, bytes: 0 };
  onSent: (bytes: Uint8Array) => void = () => undefined;

  constructor(
    readonly scheduler: Scheduler,
    readonly random: (length: number) => Uint8Array,
  ) {}

  fragment(): string {
    return `frag${String(this.#fragments++)}`;
  }

  connect(link: Link): void {
    const other = link.remote === null ? undefined : this.links.get(link.remote);
    if (!this.works || !other || other.remote !== toHex(link.description.fingerprint) || link.other) return;
    if (link.closed || other.closed || this.#isCut(link, other)) return;
    link.other = other;
    other.other = link;
    this.scheduler.timer(30, () => {
      for (const end of [link, other]) end.owner.tell(end, { type: 'opened' });
    });
  }

  /** Whether packets get from this end to the other. */
  reaches(link: Link): boolean {
    const { other } = link;
    if (!this.works || !other || link.closed || this.#isCut(link, other)) return false;
    const meets = (one: Link, far: Link): boolean =>
      one.own.some((fragment) => !this.#stale.has(fragment) && far.told.includes(fragment));
    return meets(link, other) && meets(other, link);
  }

  /**
   * Nothing gets through between these two any more, and nobody is told.
   * @param moved one of the two has another address: what was described until now leads nowhere for ever.
   */
  cut(one: SimulatedLinks, other: SimulatedLinks, moved = false): void {
    this.#cut.push([one, other]);
    if (moved) this.#move(one, other);
    for (const link of this.#between(one, other)) this.watch(link);
  }

  /** Packets get through again. @param moved as in `cut`. */
  restore(one: SimulatedLinks, other: SimulatedLinks, moved = false): void {
    const index = this.#cut.findIndex((pair) => pair.includes(one) && pair.includes(other));
    this.#cut.splice(index, 1);
    if (moved) this.#move(one, other);
    this.#lookAll();
  }

  #lookAll(): void {
    for (const link of [...this.links.values()]) {
      this.connect(link);
      this.look(link);
    }
  }

  /** Computers of different parts do not reach each other; their links break at once. Returns what ends that. */
  part(parts: SimulatedLinks[][]): () => void {
    this.#parts = parts;
    for (const link of [...this.links.values()])
      if (link.other && this.#isCut(link, link.other)) link.owner.loseOne(link.other.owner);
    return () => {
      this.join();
    };
  }

  /** The same, but links wait for the path to come back, each as long as `patience` says, in milliseconds. */
  interrupt(parts: SimulatedLinks[][], patience: () => number): void {
    this.#parts = parts;
    for (const link of [...this.links.values()])
      if (link.other && this.#isCut(link, link.other)) this.watch(link, patience());
  }

  join(): void {
    this.#parts = null;
    this.#lookAll();
  }

  /** The path may be back. */
  look(link: Link): void {
    if (!link.interrupted || !this.reaches(link)) return;
    link.interrupted = false;
    this.scheduler.timer(30, () => {
      link.owner.tell(link, { type: 'path', state: 'up' });
      for (const bytes of link.kept.splice(0)) link.owner.send(link.connectionId, bytes);
    });
  }

  #move(one: SimulatedLinks, other: SimulatedLinks): void {
    for (const { own } of this.#between(one, other)) for (const fragment of own) this.#stale.add(fragment);
  }

  /** @param failsAfter milliseconds until the browser gives the path up. */
  watch(link: Link, failsAfter = FAIL_MS): void {
    this.scheduler.timer(NOTICE_MS, () => {
      if (link.closed || this.reaches(link)) return;
      link.interrupted = true;
      link.owner.tell(link, { type: 'path', state: 'interrupted' });
    });
    this.scheduler.timer(failsAfter, () => {
      if (!this.reaches(link)) link.owner.lose(link);
    });
  }

  #between(one: SimulatedLinks, other: SimulatedLinks): Link[] {
    return [...this.links.values()].filter(
      ({ owner, other: far }) =>
        (owner === one && far?.owner === other) || (owner === other && far?.owner === one),
    );
  }

  #isCut({ owner }: Link, { owner: other }: Link): boolean {
    if (owner.crashed || other.crashed) return true;
    const partOf = (one: SimulatedLinks): SimulatedLinks[] | undefined =>
      this.#parts?.find((part) => part.includes(one));
    const [mine, theirs] = [partOf(owner), partOf(other)];
    const apart = mine !== undefined && theirs !== undefined && mine !== theirs;
    return apart || this.#cut.some((pair) => pair.includes(owner) && pair.includes(other));
  }
}

export class SimulatedLinks implements ConnectionPort {
  readonly opened: string[] = [];
  /** Media negotiated, by link: what a real window would send and receive. */
  readonly media = new Set<string>();
  /** What the other side said of how tall it shows our picture, by link. */
  readonly shown: [connectionId: string, height: ViewHeight][] = [];
  /** Restarts for which candidates were gathered. */
  restarts = 0;
  /** Nothing leaves or reaches this computer any more. */
  crashed = false;
  readonly #links = new Map<string, Link>();
  onEvent: (connectionId: string, event: ConnectionEvent) => void = () => undefined;
  /** Lets a test stand between channel and media. */
  rewriteMedia: (description: MediaDescription) => MediaDescription = (description) => description;
  rewriteRestart: (description: CompactDescription) => CompactDescription = (description) => description;

  constructor(private readonly network: Network) {}

  tell(link: Link, event: ConnectionEvent): void {
    if (!this.crashed && (!link.closed || event.type === 'closed')) this.onEvent(link.connectionId, event);
  }

  open(connectionId: string, _peerId: string, role: ConnectionRole): void {
    this.opened.push(connectionId);
    const description: CompactDescription = {
      ufrag: this.network.fragment(),
      pwd: 'abcdefghijklmnopqrstuv',
      fingerprint: this.network.random(32),
      setup: role.side === 'offer' ? 'actpass' : 'active',
      candidates: [],
    };
    const remote = role.side === 'offer' ? null : toHex(role.remote.fingerprint);
    const link: Link = {
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
      interrupted: false,
    };
    this.#links.set(connectionId, link);
    this.network.links.set(toHex(description.fingerprint), link);
    this.#later(link, { type: 'described', description });
    this.network.connect(link);
  }

  acceptAnswer(connectionId: string, remote: CompactDescription): void {
    const link = this.#links.get(connectionId);
    if (!link) return;
    link.remote = toHex(remote.fingerprint);
    link.told.push(remote.ufrag);
    this.network.connect(link);
  }

  send(connectionId: string, bytes: Uint8Array): void {
    const link = this.#links.get(connectionId);
    const other = link?.other;
    if (!link || !other || link.closed || this.crashed) return;
    this.network.sent.messages++;
    this.network.sent.bytes += bytes.length;
    this.network.onSent(bytes);
    if (this.network.reaches(link)) this.#deliver(other, bytes);
    else link.kept.push(bytes);
  }

  restart(connectionId: string): void {
    const link = this.#links.get(connectionId);
    if (link?.side === 'offer' && !link.closed) this.#describeRestart(link);
  }

  acceptRestart(connectionId: string, remote: CompactDescription): void {
    const link = this.#links.get(connectionId);
    if (!link || link.closed) return;
    link.told.push(remote.ufrag);
    if (link.side === 'answer') this.#describeRestart(link);
    this.network.look(link);
    if (link.other) this.network.look(link.other);
  }

  show(connectionId: string, height: ViewHeight): void {
    this.shown.push([connectionId, height]);
  }

  /** Vanishes without a word; others notice by and by. */
  crash(patience: () => number): void {
    this.crashed = true;
    for (const { closed, other } of this.#links.values())
      if (!closed && other) this.network.watch(other, patience());
  }

  startMedia(connectionId: string): void {
    this.#describeMedia(connectionId, 'offer');
  }

  acceptMedia(connectionId: string, remote: MediaDescription): void {
    this.media.add(connectionId);
    if (remote.kind === 'offer') this.#describeMedia(connectionId, 'answer');
  }

  close(connectionId: string, linger: boolean): void {
    const link = this.#links.get(connectionId);
    if (!link || link.closed) return;
    const heard = this.network.reaches(link);
    link.closed = true;
    this.#later(link, { type: 'closed', reason: 'closed' });
    const { other } = link;
    if (!other || !heard) return;
    const { scheduler } = this.network;
    const afterTheLast = linger ? Math.max(0, other.arrivesAt - scheduler.now()) : 0;
    scheduler.timer(60 + afterTheLast, () => other.owner.lose(other));
  }

  /** Whether the link that stands between the two was offered by this side. */
  offered(other: SimulatedLinks): boolean {
    return [...this.#links.values()].some(
      (link) => !link.closed && link.other?.owner === other && link.side === 'offer',
    );
  }

  /** Fingerprints of the own certificates, the newest last. */
  certificates(): Uint8Array[] {
    return [...this.#links.values()].map(({ description }) => description.fingerprint);
  }

  /** The other end is gone, as a real data channel notices. */
  lose(link: Link): void {
    if (link.closed) return;
    link.closed = true;
    this.tell(link, { type: 'closed', reason: 'failed' });
  }

  /** As if this computer lost its network. */
  loseAll(): void {
    for (const link of this.#links.values()) this.lose(link);
  }

  /** As if the path to one other computer broke. */
  loseOne(other: SimulatedLinks): void {
    for (const link of this.#links.values()) {
      if (link.closed || link.other?.owner !== other) continue;
      const far = link.other;
      this.lose(link);
      other.lose(far);
    }
  }

  /** Something that is no message of ours arrives on every open link. */
  injectEverywhere(bytes: Uint8Array): void {
    for (const link of this.#links.values()) this.tell(link, { type: 'received', bytes });
  }

  #describeRestart(link: Link): void {
    this.restarts++;
    const description = { ...link.description, ufrag: this.network.fragment() };
    link.own.push(description.ufrag);
    this.#later(link, { type: 'restart-described', description: this.rewriteRestart(description) });
  }

  #deliver(to: Link, bytes: Uint8Array): void {
    const { scheduler, delay } = this.network;
    to.arrivesAt = Math.max(to.arrivesAt, scheduler.now() + delay());
    scheduler.timer(to.arrivesAt - scheduler.now(), () => {
      to.owner.tell(to, { type: 'received', bytes });
    });
  }

  #describeMedia(connectionId: string, kind: 'offer' | 'answer'): void {
    const link = this.#links.get(connectionId);
    if (!link) return;
    const description = this.rewriteMedia({ kind, transport: link.description, dataMid: '0', sections: [] });
    this.#later(link, { type: 'media-described', description });
  }

  #later(link: Link, event: ConnectionEvent): void {
    this.network.scheduler.timer(5, () => {
      this.tell(link, event);
    });
  }
}
