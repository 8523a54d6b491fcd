/** Simulated peer connections: they meet when each was told the other's true certificate. */
import { toHex } from '../../../shared/bytes';
import type { LinkEvent, LinkPort, LinkRole } from '../../../shared/meeting/ports';
import type { CompactDescription, MediaDescription } from '../../../shared/wire/description';
import type { ViewHeight } from '../../../shared/wire/view-height';
import type { Scheduler } from './scheduler';

interface Link {
  linkId: string;
  owner: SimulatedLinks;
  description: CompactDescription;
  remote: string | null;
  other: Link | null;
  closed: boolean;
}

/** Where all links of a simulated world find each other. */
export class Network {
  readonly links = new Map<string, Link>();
  /** False: no packet gets through. */
  works = true;
  /** Packets pass within a part only; null: everywhere. */
  #parts: SimulatedLinks[][] | null = null;

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

  join(): void {
    this.#parts = null;
  }

  reaches(one: SimulatedLinks, other: SimulatedLinks): boolean {
    if (!this.works) return false;
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
  /** What the other side said of how tall it shows our picture, by link. */
  readonly shown: [linkId: string, height: ViewHeight][] = [];
  readonly #links = new Map<string, Link>();
  onEvent: (linkId: string, event: LinkEvent) => void = () => undefined;
  /** Lets a test stand between channel and media. */
  rewriteMedia: (description: MediaDescription) => MediaDescription = (description) => description;

  constructor(private readonly network: Network) {}

  tell(link: Link, event: LinkEvent): void {
    if (!link.closed || event.type === 'closed') this.onEvent(link.linkId, event);
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
    const link: Link = { linkId, owner: this, description, remote, other: null, closed: false };
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
    const other = this.#links.get(linkId)?.other;
    if (other && this.network.reaches(this, other.owner))
      this.network.scheduler.timer(20, () => other.owner.tell(other, { type: 'received', bytes }));
  }

  startMedia(linkId: string): void {
    this.#describeMedia(linkId, 'offer');
  }

  acceptMedia(linkId: string, remote: MediaDescription): void {
    this.media.add(linkId);
    if (remote.kind === 'offer') this.#describeMedia(linkId, 'answer');
  }

  show(linkId: string, height: ViewHeight): void {
    this.shown.push([linkId, height]);
  }

  close(linkId: string): void {
    const link = this.#links.get(linkId);
    if (!link || link.closed) return;
    link.closed = true;
    this.#later(link, { type: 'closed', reason: 'closed' });
    const { other } = link;
    if (other) this.network.scheduler.timer(60, () => other.owner.lose(other));
  }

  /** The other end is gone, as a real data channel notices. */
  lose(link: Link): void {
    if (link.closed) return;
    link.closed = true;
    this.onEvent(link.linkId, { type: 'closed', reason: 'failed' });
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
