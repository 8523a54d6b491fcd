/** What running meetings needs from the app, and what a person chooses on the way in. */
import type { IdentitySeed } from '../../shared/identity/identity';
import type { Hints } from '../../shared/invite/hints';
import type { ConnectionCommand, IceConfiguration, Settings } from '../../shared/ipc';
import type { FrameCommand } from '../../shared/media/frame-messages';
import type { AcquaintancesPort, ReleasesPort } from '../../shared/meeting/ports';
import type { LentVolunteer } from '../../shared/volunteer/lent';
import type { CompactDescription } from '../../shared/wire/description';
import type { TurnLogin } from '../../shared/wire/turn-url';
import type { OwnMeetings } from '../own-meetings/own-meetings';
import type { ByHandTransport } from '../rendezvous/by-hand/by-hand-transport';
import type { Rendezvous } from '../rendezvous/rendezvous';
import type { IceServers } from './ice/ice-servers';

export interface RunnerOptions {
  identitySeed: () => IdentitySeed;
  version: string;
  /** 8 bytes; zeros while it is not known. */
  buildHash: () => Uint8Array;
  stun: IceServers;
  /** What is left of a configuration by what this run of the app allows. */
  allowedIce: (ice: IceConfiguration) => IceConfiguration;
  /** The way to somebody who may be reached directly, as this computer's network can go it. */
  wayTo: (remote: CompactDescription) => CompactDescription;
  /** A connection gathered no address by these servers, and so can lead nowhere. */
  noWayBy: (servers: IceServers) => void;
  /** A meeting begins, or its network is another one: something may be asked of it now. */
  networkUsed: () => void;
  /** As they are when a meeting is entered; what is changed later counts from the next one. */
  settings: () => Pick<Settings, 'turn' | 'hideAddress' | 'directAfterVerified'>;
  /** Servers of volunteers: for oneself, and for whoever comes by a link that is good until then, in Unix seconds. */
  volunteers?: { turn: () => readonly TurnLogin[]; lend: (until: number) => LentVolunteer | null };
  /** Transports for one meeting, with what its link says of them. */
  rendezvous: (hints: Hints) => { rendezvous: Rendezvous; byHand: ByHandTransport };
  /** What is kept of meetings that this person makes. */
  ownMeetings: Pick<OwnMeetings, 'begin' | 'runs' | 'follow'>;
  /** Relays to name in a new link. */
  relaysForLink: () => string[];
  sendConnectionCommand: (command: ConnectionCommand) => void;
  sendFrameCommand: (command: FrameCommand) => void;
  /** The address book. */
  acquaintances: AcquaintancesPort;
  /** What is known of releases of Vigil. */
  releases: ReleasesPort;
  changed: () => void;
}

export interface EnterChoice {
  name: string;
  title?: string | undefined;
  /** Of a new meeting: anyone with the link comes in. */
  open?: boolean | undefined;
  /** Of a new meeting: the link lends the own TURN servers to whoever comes by it. */
  lendTurn?: boolean | undefined;
  /** Under an identity that nobody has seen, and that is gone afterwards. */
  throwaway?: boolean | undefined;
  microphone: boolean;
  camera: boolean;
}

/** Whoever goes on elsewhere stays the same person there, throwaway or not. */
export interface MeetingEntry extends EnterChoice {
  identitySeed: IdentitySeed;
}
