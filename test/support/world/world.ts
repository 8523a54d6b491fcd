/** A small simulated world: a relay, a network, and people with meetings, all under one clock. */
import { toHex } from '../../../shared/bytes';
import { ed25519FromSeed, type Secret } from '../../../shared/crypto/sodium';
import { generateIdentitySeed, identityFromSeed, type IdentitySeed } from '../../../shared/identity/identity';
import type { Invite, MeetingSecret } from '../../../shared/invite/link';
import type { HostKeySeed } from '../../../shared/meeting/meeting-keys';
import { MAX_PARTICIPANTS, Meeting, type Role } from '../../../shared/meeting/meeting';
import type { Drop } from '../../../shared/meeting/ports';
import type { FrameCommand } from '../../../shared/media/frame-messages';
import { Generations } from '../../../shared/media/sender-keys';
import { createSelf, type Self } from '../../../shared/meeting/self';
import { AcceptedReleases } from './accepted-releases';
import { AddressBook } from './address-book';
import { Bus } from './bus';
import { Computer, type Sleep } from './computer';
import { seededRandom } from './random';
import { Scheduler } from './scheduler';
import { Network, SimulatedConnections } from './simulated-connections';

export interface Person {
  name: string;
  seed: IdentitySeed;
  /** Of the first key in this meeting. */
  perMeetingSeed: Secret<'per-meeting seed'>;
  meeting: Meeting;
  connections: SimulatedConnections;
  drops: Map<Drop, number>;
  book: AddressBook;
  releases: AcceptedReleases;
  /** What the frame worker was told. */
  frames: FrameCommand[];
  identity: Uint8Array;
  /** Of this run, in hex. */
  peerId: string;
  /** Nothing is planned, heard or said any more, as if the power went. Others notice after `patience` ms. */
  crash: (patience: () => number) => void;
  /** Timers that wait. */
  timers: () => number;
  /** The computer's clocks; its `offset` is to be set. */
  clock: Computer;
  /** The lid is closed: nothing is run, heard or said. Others notice after `patience` ms. */
  sleep: (sleep: Sleep, patience: () => number) => void;
  /** The lid is opened, and the meeting is told of it, as main does. */
  wake: () => void;
}

export class World {
  readonly scheduler = new Scheduler();
  readonly random: (length: number) => Uint8Array;
  readonly bus: Bus;
  readonly network: Network;
  readonly hostKeySeed: HostKeySeed;
  readonly invite: Invite;
  /** What is done with commands to a frame worker besides noting them; null: they are noted only. */
  onFrame: ((peerId: string, command: FrameCommand) => void) | null = null;
  /** What those who come from now on make of themselves: as they are, unless a test wants them to lie. */
  disguise: (self: Self) => Self = (self) => self;

  constructor(
    seed: string,
    change: Partial<Invite> = {},
    private readonly participants = MAX_PARTICIPANTS,
  ) {
    this.random = seededRandom(seed);
    this.bus = new Bus(this.scheduler, this.random);
    this.network = new Network(this.scheduler, this.random);
    this.hostKeySeed = this.random(32) as Secret<'host key seed'>;
    this.invite = {
      open: false,
      expiry: Math.floor(this.scheduler.now() / 1000) + 3600,
      secret: this.random(32) as MeetingSecret,
      hostKey: ed25519FromSeed(this.hostKeySeed).publicKey,
      hints: { title: 'Reading circle', relays: [], turn: [] },
      ...change,
    };
  }

  host(name: string): Person {
    return this.person(name, { role: 'host', hostKeySeed: this.hostKeySeed });
  }

  guest(name: string, change: Partial<Invite> = {}): Person {
    return this.person(name, { role: 'guest' }, change);
  }

  /** The same person once more, in a new run. */
  returning(person: Person): Person {
    return this.person(person.name, { role: 'guest' }, {}, person.seed);
  }

  person(
    name: string,
    role: Role,
    change: Partial<Invite> = {},
    seed = generateIdentitySeed(this.random),
    /** Of a host who opens its meeting again. */
    perMeetingSeed?: Secret<'per-meeting seed'>,
  ): Person {
    const identity = identityFromSeed(seed);
    const connections = new SimulatedConnections(this.network);
    const drops = new Map<Drop, number>();
    const frames: FrameCommand[] = [];
    const self = this.disguise(
      createSelf(
        {
          identity,
          name,
          microphone: true,
          camera: true,
          addressShownTo: 'everybody',
          version: '1',
          buildHash: new Uint8Array(8),
          perMeetingSeed,
        },
        this.random,
      ),
    );
    const ownSeed = self.perMeetingSeed;
    const peerId = toHex(self.peerId);
    const computer = new Computer(this.scheduler, () => {
      this.bus.clockSet();
    });
    const book = new AddressBook(computer.wall);
    const releases = new AcceptedReleases(computer.wall);
    const meeting = new Meeting(
      { ...this.invite, ...change },
      role,
      self,
      {
        wall: computer.wall,
        steady: computer.steady,
        random: this.random,
        timer: computer.timer,
        joinRoom: (room, own, onMessage) => {
          const handle = this.bus.join(room, own, onMessage, computer);
          computer.rooms.push(handle);
          return handle;
        },
        connections,
        frames: {
          run: (command) => {
            if (this.onFrame) this.onFrame(peerId, command);
            else frames.push(command);
          },
          generations: new Generations(),
        },
        acquaintances: book.port,
        releases: releases.port,
        drop: (reason) => drops.set(reason, (drops.get(reason) ?? 0) + 1),
      },
      () => undefined,
      { participants: this.participants },
    );
    connections.onEvent = (connectionId, event) => {
      meeting.connectionEvent(connectionId, event);
    };
    meeting.start();
    meeting.frames({ type: 'worker-started', worker: 1 });
    const crash = (patience: () => number): void => {
      computer.crash();
      connections.crash(patience);
    };
    const sleep = (kind: Sleep, patience: () => number): void => {
      computer.sleep(kind);
      connections.sleep(patience);
    };
    const wake = (): void => {
      computer.wake();
      connections.wake();
      meeting.networkChanged(true);
    };
    const timers = (): number => computer.timers.size;
    const { publicKey } = identity;
    return {
      perMeetingSeed: ownSeed,
      name,
      seed,
      meeting,
      connections,
      drops,
      frames,
      book,
      releases,
      identity: publicKey,
      peerId,
      crash,
      timers,
      clock: computer,
      sleep,
      wake,
    };
  }

  run(milliseconds: number): void {
    this.scheduler.run(milliseconds);
  }

  /** Host and guest, admitted and inside. */
  call(): { host: Person; guest: Person } {
    const host = this.host('Alice');
    const guest = this.guest('Bob');
    this.run(1000);
    this.admitFirst(host);
    this.run(2000);
    return { host, guest };
  }

  /** A host called Alice and these guests, admitted one after the other. */
  gather(names: readonly string[]): Person[] {
    const host = this.host('Alice');
    const guests = names.map((name) => {
      const guest = this.guest(name);
      this.run(1500);
      this.admitFirst(host);
      this.run(3000);
      return guest;
    });
    return [host, ...guests];
  }

  admitFirst(host: Person): void {
    const { view } = host.meeting;
    const knock = view.phase === 'inside' ? view.knocks[0] : undefined;
    if (!knock) throw new Error('nobody knocks');
    host.meeting.moderation.decide(knock.knockId, true);
  }
}

/** The others whom a person sees inside; empty while not inside. */
export function peersOf({ meeting }: Person): { name: string; link: string }[] {
  const { view } = meeting;
  return view.phase === 'inside' ? view.peers.map(({ name, link }) => ({ name, link })) : [];
}
