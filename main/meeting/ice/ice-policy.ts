/** Which way the links of one meeting may take: directly, or through go-betweens of one's own only. */
import { VigilError } from '../../../shared/errors';
import type { AddressShownTo, ConnectionCommand, Settings, Trust } from '../../../shared/ipc';
import type { TurnLogin } from '../../../shared/wire/turn-url';
import { ownTurn, turnServers, type IceServers } from './ice-servers';

/** relay: what is told to the other, and what is tried, is addresses of go-betweens and nothing else. */
export type IceConfiguration = Pick<Extract<ConnectionCommand, { type: 'open' }>, 'policy' | 'iceServers'>;

/** @param trust null before a handshake has proven who is at the other end. */
export type IcePolicy = (trust: Trust | null) => IceConfiguration;

export interface ConnectionHelpers {
  stun: IceServers;
  /** Go-betweens that the invite names. */
  lent: readonly TurnLogin[];
}

/**
 * Whoever hides is not led through a go-between of somebody else, who could look up there who came: those of the
 * invite are for links that show the address anyway. STUN servers are not asked either.
 * Throws VigilError turn-needed where the address is to be hidden and there is nothing to hide it behind.
 */
export function icePolicy(
  settings: Pick<Settings, 'turn' | 'hideAddress' | 'directAfterVerified'>,
  { stun, lent }: ConnectionHelpers,
): IcePolicy {
  const own = ownTurn(settings);
  const { hideAddress, directAfterVerified } = settings;
  if ((hideAddress || directAfterVerified) && own.length === 0) throw new VigilError('turn-needed');
  const others = lent.filter(({ url }) => !own.some((server) => server.url === url));
  const relayed: IceConfiguration = { policy: 'relay', iceServers: turnServers(own) };
  const direct: IceConfiguration = {
    policy: 'all',
    iceServers: [...stun, ...turnServers([...own, ...others])],
  };
  return (trust) => (hideAddress || (directAfterVerified && trust !== 'verified') ? relayed : direct);
}

/** To whom links of this policy show the own address. */
export function addressShownTo(policy: IcePolicy): AddressShownTo {
  if (policy(null).policy === 'all') return 'everybody';
  return policy('verified').policy === 'all' ? 'verified' : 'nobody';
}
