/** What passing invitations by hand needs from the world. */
import type { WallClock } from '../../../shared/clocks';
import type { Invite } from '../../../shared/invite/link';
import type { ConnectionPort } from '../../../shared/meeting/ports';
import type { ByHandTransport } from '../../rendezvous/by-hand/by-hand-transport';

export interface ByHandPorts {
  wall: WallClock;
  random: (length: number) => Uint8Array;
  timer: (milliseconds: number, run: () => void) => () => void;
  connections: ConnectionPort;
  byHand: Pick<ByHandTransport, 'opened' | 'received' | 'closed'>;
  /** The link that holds now. */
  invite: () => Invite;
  changed: () => void;
}
