/** By what servers the connections of one meeting may go: directly too, or through TURN servers of one's own only. */
import { VigilError } from '../../../shared/errors';
import type { AddressShownTo, IceConfiguration, Settings, Trust } from '../../../shared/ipc';
import { mayBeHinted } from '../../../shared/wire/hinted-host';
import type { TurnLogin } from '../../../shared/wire/turn-url';
import { ownTurn, turnServers, type IceServers } from './ice-servers';

/** @param trust null before a handshake has proven who is at the other end. */
export type IcePolicy = (trust: Trust | null) => IceConfiguration;

export interface ConnectionHelpers {
  stun: IceServers;
  /** TURN servers that the invite names. */
  lent: readonly TurnLogin[];
}

/**
 * Whoever hides is not led through a TURN server of somebody else, who could look up there who came: those of the
 * invite are for connections that show the address anyway. STUN servers are not asked either.
 * Throws VigilError turn-needed where the address is to be hidden and there is nothing to hide it behind.
 */
export function icePolicy(
  settings: Pick<Settings, 'turn' | 'hideAddress' | 'directAfterVerified'>,
  { stun, lent }: ConnectionHelpers,
): IcePolicy {
  const own = ownTurn(settings);
  const { hideAddress, directAfterVerified } = settings;
  if ((hideAddress || directAfterVerified) && own.length === 0) throw new VigilError('turn-needed');
  // A link leads into a private network only where the person named that very server, switched on or not.
  const isListed = (url: string): boolean => settings.turn.some((server) => server.url === url);
  const others = lent.filter(
    ({ url }) => !own.some((server) => server.url === url) && (isListed(url) || mayBeHinted(url)),
  );
  const relayed: IceConfiguration = { policy: 'relay', iceServers: turnServers(own) };
  const direct: IceConfiguration = {
    policy: 'all',
    iceServers: [...stun, ...turnServers([...own, ...others])],
  };
  return (trust) => (hideAddress || (directAfterVerified && trust !== 'verified') ? relayed : direct);
}

/** To whom connections of this policy show the own address. */
export function addressShownTo(policy: IcePolicy): AddressShownTo {
  if (policy(null).policy === 'all') return 'everybody';
  return policy('verified').policy === 'all' ? 'verified' : 'nobody';
}
