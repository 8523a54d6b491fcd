/** What passing invitations by hand needs from the world. */
import type { Invite } from '../../../shared/invite/link';
import type { LinkPort } from '../../../shared/meeting/ports';
import type { PasteTransport } from '../../rendezvous/by-hand/by-hand-transport';

export interface HandPorts {
  /** Unix milliseconds. */
  now: () => number;
  random: (length: number) => Uint8Array;
  timer: (milliseconds: number, run: () => void) => () => void;
  links: Pick<LinkPort, 'open' | 'acceptAnswer' | 'send' | 'close'>;
  paste: Pick<PasteTransport, 'opened' | 'received' | 'closed'>;
  /** The link that holds now. */
  invite: () => Invite;
  changed: () => void;
}
