/** Simulated peer connections: they meet when each was told the other's true certificate. */
import { toHex } from '../../../shared/bytes';
import type { LinkEvent, LinkPort, LinkRole } from '../../../shared/meeting/ports';
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import type { Scheduler } from './scheduler';

interface Link {
  linkId: string;
  owner: SimulatedLinks;
  description: CompactDescription;
  remote: string | null;
  other: Link | null;
  closed: boolean;
  /** What was sent here before arrives before: data channels keep the order. */
  arrivesAt: number;
  /** What waits for a path, while there is none for a moment. */
  held: Uint8Array[];
}

/** Where all links of a simulated world find each other. */
export class Network {
  readonly links = new Map<string, Link>();
  /** False: no packet gets through. */
  works = true;
  /** Packets pass within a part only; null: everywhere. */
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

  /** Computers of different parts do not reach each other; their links break. */
  part(parts: SimulatedLinks[][]): void {
    this.#parts = parts;
    for (const one of parts.flat())
      for (const other of parts.flat()) if (!this.reaches(one, other)) one.loseOne(other);
  }

  /** The same, but links wait for the path to come back, each as long as `patience` says, in milliseconds. */
  interrupt(parts: SimulatedLinks[][], patience: () => number): void {
    this.#parts = parts;
    for (const one of parts.flat())
      for (const other of parts.flat()) if (!this.reaches(one, other)) one.waitFor(other, patience);
  }

  join(): void {
    this.#parts = null;
    for (const link of this.links.values()) link.owner.resume(link);
  }

  reaches(one: SimulatedLinks, other: SimulatedLinks): boolean {
    if (!this.works || one.crashed || other.crashed) return false;
    return this.#parts?.some((part) => part.includes(one) && part.includes(other)) ?? true;
  }

  connect(link: Link): void {
    const other = link.remote === null ? undefined : this.links.get(link.remote);
    if (
      !other ||
      !this.reaches(link.owner, other.owner) ||
      other.remote !== toHex(link.description.fingerprint) ||
      link.other
    )
      return;
    link.other = other;
    other.other = link;
    this.scheduler.timer(30, () => {
      for (const end of [link, other]) end.owner.tell(end, { type: 'opened' });
    });
  }
}

export class SimulatedLinks implements LinkPort {
  readonly opened: string[] = [];
  /** Media negotiated, by link: what a real window would send and receive. */
  readonly media = new Set<string>();
  readonly #links = new Map<string, Link>();
  /** Nothing leaves or reaches this computer any more. */
  crashed = false;
  onEvent: (linkId: string, event: LinkEvent) => void = () => undefined;
  /** Lets a test stand between channel and media. */
  rewriteMedia: (description: MediaDescription) => MediaDescription = (description) => description;

  constructor(private readonly network: Network) {}

  tell(link: Link, event: LinkEvent): void {
    if (!this.crashed && (!link.closed || event.type === 'closed')) this.onEvent(link.linkId, event);
  }

  open(linkId: string, _peerId: string, role: LinkRole): void {
    this.opened.push(linkId);
    const description: CompactDescription = {
      ufrag: 'abcd',
      pwd: 'abcdefghijklmnopqrstuv',
      fingerprint: this.network.random(32),
      setup: role.side === 'offer' ? 'actpass' : 'active',
      candidates: [],
    };
    const remote = role.side === 'answer' ? toHex(role.remote.fingerprint) : null;
    const link: Link = {
      linkId,
      owner: this,
      description,
      remote,
      other: null,
      closed: false,
      arrivesAt: 0,
      held: [],
    };
    this.#links.set(linkId, link);
    this.network.links.set(toHex(description.fingerprint), link);
    this.#later(link, { type: 'described', description });
    this.network.connect(link);
  }

  acceptAnswer(linkId: string, remote: CompactDescription): void {
    const link = this.#links.get(linkId);
    if (!link) return;
    link.remote = toHex(remote.fingerprint);
    this.network.connect(link);
  }

  send(linkId: string, bytes: Uint8Array): void {
    const link = this.#links.get(linkId);
    if (!link?.other || link.closed || this.crashed) return;
    this.network.sent.messages++;
    this.network.sent.bytes += bytes.length;
    this.network.onSent(bytes);
    if (this.network.reaches(this, link.other.owner)) this.#deliver(link.other, bytes);
    else link.held.push(bytes);
  }

  /** The path is back: what waited goes now. */
  resume(link: Link): void {
    if (link.closed || !link.other || !this.network.reaches(this, link.other.owner)) return;
    for (const bytes of link.held.splice(0)) this.#deliver(link.other, bytes);
  }

  /** Nothing gets through to another computer: shown after five seconds, given up when patience ends. */
  waitFor(other: SimulatedLinks, patience: () => number): void {
    const { scheduler } = this.network;
    for (const link of this.#links.values()) {
      if (link.closed || link.other?.owner !== other) continue;
      const isCut = (): boolean => !link.closed && !this.network.reaches(this, other);
      scheduler.timer(5000, () => {
        if (isCut()) this.tell(link, { type: 'path', state: 'interrupted' });
      });
      scheduler.timer(patience(), () => {
        if (isCut()) this.lose(link);
        else this.tell(link, { type: 'path', state: 'up' });
      });
    }
  }

  /** Vanishes without a word; others notice by and by. */
  crash(patience: () => number): void {
    this.crashed = true;
    for (const link of this.#links.values())
      if (!link.closed && link.other) link.other.owner.waitFor(this, patience);
  }

  startMedia(linkId: string): void {
    this.#describeMedia(linkId, 'offer');
  }

  acceptMedia(linkId: string, remote: MediaDescription): void {
    this.media.add(linkId);
    if (remote.kind === 'offer') this.#describeMedia(linkId, 'answer');
  }

  close(linkId: string, linger: boolean): void {
    const link = this.#links.get(linkId);
    if (!link || link.closed) return;
    link.closed = true;
    this.#later(link, { type: 'closed', reason: 'closed' });
    const { other } = link;
    if (!other || !this.network.reaches(this, other.owner)) return;
    const { scheduler } = this.network;
    const afterTheLast = linger ? Math.max(0, other.arrivesAt - scheduler.now()) : 0;
    scheduler.timer(60 + afterTheLast, () => other.owner.lose(other));
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

  #deliver(to: Link, bytes: Uint8Array): void {
    const { scheduler, delay } = this.network;
    to.arrivesAt = Math.max(to.arrivesAt, scheduler.now() + delay());
    scheduler.timer(to.arrivesAt - scheduler.now(), () => {
      to.owner.tell(to, { type: 'received', bytes });
    });
  }

  #describeMedia(linkId: string, kind: 'offer' | 'answer'): void {
    const link = this.#links.get(linkId);
    if (!link) return;
    const description = this.rewriteMedia({ kind, transport: link.description, dataMid: '0', sections: [] });
    this.#later(link, { type: 'media-described', description });
  }

  #later(link: Link, event: LinkEvent): void {
    this.network.scheduler.timer(5, () => {
      this.tell(link, event);
    });
  }
}
