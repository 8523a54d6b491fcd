/** One meeting that runs, with all that is its own: transports, connections in the window, what is passed by hand. */
import { systemClocks } from '../clocks';
import { randomBytes } from '../../shared/crypto/sodium';
import { identityFromSeed } from '../../shared/identity/identity';
import type { AddressShownTo, ConnectionReport, MeetingView } from '../../shared/ipc';
import type { FrameReport } from '../../shared/media/frame-messages';
import type { Generations } from '../../shared/media/sender-keys';
import { Meeting } from '../../shared/meeting/meeting';
import type { AcquaintancesPort, Ports, ReleasesPort } from '../../shared/meeting/ports';
import { createSelf, type Self } from '../../shared/meeting/self';
import type { Rendezvous } from '../rendezvous/rendezvous';
import { ByHand } from './by-hand/by-hand';
import type { Drops } from './drops';
import type { MeetingStart } from './meeting-start';
import { ConnectionCommands } from './connection-commands';
import { addressShownTo, type IcePolicy } from './ice/ice-policy';
import type { IceServers } from './ice/ice-servers';
import type { MeetingEntry, RunnerOptions } from './runner-options';

export type RunningOptions = Pick<
  RunnerOptions,
  | 'version'
  | 'buildHash'
  | 'rendezvous'
  | 'noWayBy'
  | 'wayTo'
  | 'networkUsed'
  | 'ownMeetings'
  | 'sendConnectionCommand'
  | 'sendFrameCommand'
  | 'acquaintances'
  | 'releases'
>;

export interface RunningPorts {
  generations: Generations;
  drops: Drops;
  changed: () => void;
}

const CLOSE_LIMIT_MS = 1000;

export class RunningMeeting {
  readonly meeting: Meeting;
  readonly byHand: ByHand;
  readonly choice: MeetingEntry;
  /** The record of a meeting that this person made. */
  readonly own: string | null;
  readonly #rendezvous: Rendezvous;
  readonly #connections = new Set<string>();
  readonly #commands: ConnectionCommands;
  /** By what a stranger is reached. */
  readonly #servers: () => IceServers;
  #allClosed: (() => void) | null = null;

  constructor(
    { invite, role, policy, choice }: MeetingStart,
    private readonly options: RunningOptions,
    private readonly ports: RunningPorts,
  ) {
    this.#servers = () => policy(null).iceServers;
    this.choice = choice;
    this.own = 'own' in role ? role.own : null;
    const { rendezvous, byHand } = options.rendezvous(invite.hints);
    this.#rendezvous = rendezvous;
    const self = this.#self(role, addressShownTo(policy));
    this.#commands = this.#connectionCommands(policy);
    const connections = this.#commands;
    const { changed } = ports;
    this.byHand = new ByHand({
      ...{ wall: systemClocks.wall, random: randomBytes, timer: this.#timer, connections, byHand, changed },
      invite: () => this.meeting.invite,
    });
    this.meeting = new Meeting(invite, role, self, this.#meetingPorts(), () => {
      this.#changed();
    });
  }

  /** Nothing is said or listened to before. To be called once. */
  start(): void {
    this.options.networkUsed();
    this.meeting.start();
  }

  get view(): MeetingView {
    return this.byHand.shownIn(this.meeting.view, this.meeting.keepsDoor);
  }

  connectionReport(report: ConnectionReport): void {
    const isDescribed = report.type === 'described' || report.type === 'restart-described';
    if (isDescribed && report.description.candidates.length === 0) this.options.noWayBy(this.#servers());
    if (report.type === 'closed') {
      this.#connections.delete(report.connectionId);
      this.#commands.closed(report.connectionId);
      if (this.#connections.size === 0) this.#allClosed?.();
    }
    this.ports.drops.guarded(() => {
      if (this.byHand.owns(report.connectionId)) this.byHand.connectionEvent(report.connectionId, report);
      else this.meeting.connectionEvent(report.connectionId, report);
    });
  }

  frames(report: FrameReport): void {
    this.ports.drops.guarded(() => {
      this.meeting.frames(report);
    });
  }

  /** The window's page is new: every connection that it had is gone, and nothing is captured. */
  pageLost(): void {
    for (const connectionId of [...this.#connections])
      this.connectionReport({ type: 'closed', connectionId, reason: 'failed' });
    this.meeting.setSelf({ microphone: false, camera: false, share: null });
  }

  /**
   * maybe: the browser says so, and often for little: connections that work are left alone. surely: the computer slept,
   * and whatever seems to work may be long gone.
   */
  networkChanged(certainty: 'maybe' | 'surely'): void {
    const { view } = this.meeting;
    const peers = view.phase === 'inside' ? view.peers : [];
    const works = peers.length > 0 && peers.every(({ link }) => link === 'open');
    this.options.networkUsed();
    if (certainty === 'surely' || !works) this.#rendezvous.refresh();
    this.ports.drops.guarded(() => {
      this.meeting.networkChanged(certainty === 'surely');
    });
  }

  stop(): void {
    this.meeting.leave();
    this.options.ownMeetings.runs(null);
    this.byHand.follow('ended');
    void this.#rendezvous.stop();
  }

  /** Says goodbye, and waits until connections and relays have done so, at most a second; `stop` does the rest. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#allClosed = resolve;
      setTimeout(resolve, CLOSE_LIMIT_MS);
      if (this.#connections.size === 0) resolve();
    });
    this.meeting.leave();
    await Promise.all([closed, this.#rendezvous.stop()]);
  }

  #self(role: MeetingStart['role'], shownTo: AddressShownTo): Self {
    const { version, buildHash } = this.options;
    return createSelf(
      {
        ...this.choice,
        identity: identityFromSeed(this.choice.identitySeed),
        version,
        addressShownTo: shownTo,
        perMeetingSeed: 'own' in role ? role.perMeetingSeed : undefined,
        buildHash: buildHash(),
      },
      randomBytes,
    );
  }

  #connectionCommands(policy: IcePolicy): ConnectionCommands {
    return new ConnectionCommands({
      send: (command) => {
        if (command.type === 'open') this.#connections.add(command.connectionId);
        this.options.sendConnectionCommand(command);
      },
      iceTo: (peerId) => policy(this.meeting.trustOf(peerId)),
      wayTo: this.options.wayTo,
      renew: (peerId) => {
        this.meeting.renewConnection(peerId);
      },
    });
  }

  readonly #timer: Ports['timer'] = (milliseconds, run) => {
    const timeout = setTimeout(() => {
      this.ports.drops.guarded(run);
    }, milliseconds);
    return () => {
      clearTimeout(timeout);
    };
  };

  #meetingPorts(): Ports {
    const { drops, generations } = this.ports;
    return {
      ...systemClocks,
      random: randomBytes,
      timer: this.#timer,
      joinRoom: (room, peerId, onMessage) =>
        this.#rendezvous.join(room, peerId, (message) => {
          drops.guarded(() => {
            onMessage(message);
          });
        }),
      connections: this.#commands,
      frames: { run: this.options.sendFrameCommand, generations },
      acquaintances: this.#acquaintances(),
      releases: this.#releases(),
      drop: (reason) => {
        drops.count(reason);
      },
    };
  }

  /** Which news somebody has who wants to stay unknown would tell them apart from others. */
  #releases(): ReleasesPort {
    const { releases } = this.options;
    return this.choice.throwaway === true ? { ...releases, newest: () => null } : releases;
  }

  /** Whom somebody meets who wants to stay unknown is not written down either. */
  #acquaintances(): AcquaintancesPort {
    const { acquaintances } = this.options;
    return this.choice.throwaway === true ? { ...acquaintances, met: () => undefined } : acquaintances;
  }

  #changed(): void {
    const { meeting, own } = this;
    if (own !== null && meeting.isInside)
      this.ports.drops.guarded(() => {
        this.options.ownMeetings.follow(own, meeting.gathered.door.invites);
      });
    this.#commands.follow();
    this.byHand.follow(meeting.view.phase);
    this.ports.changed();
  }
}
