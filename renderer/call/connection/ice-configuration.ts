/** By what servers a connection may go, as the browser is told it, and what of it the other side is told. */
import type { IceConfiguration } from '../../../shared/ipc';
import type { CompactDescription } from '../../../shared/wire/description';

/** Servers that do not answer must not hold up the rest. */
const GATHERING_LIMIT_MS = 1500;
/** A TURN server takes several round trips, by TLS over a slow network above all. */
const TURN_GATHERING_LIMIT_MS = 3000;
/** Without a TURN server there is nothing else to tell. */
const RELAY_GATHERING_LIMIT_MS = 5000;

/** The same for the browser, which takes no value for none. */
export function rtcConfiguration({ policy, iceServers }: IceConfiguration): RTCConfiguration {
  const servers = iceServers.map(({ urls, username, credential }) => ({
    urls,
    ...(username === undefined ? {} : { username }),
    ...(credential === undefined ? {} : { credential }),
  }));
  return { iceTransportPolicy: policy, iceServers: servers };
}

/** How long candidates are gathered, in milliseconds. Whoever answers earlier is not waited for. */
export function gatheringLimitOf({ policy, iceServers }: IceConfiguration): number {
  if (policy === 'relay') return RELAY_GATHERING_LIMIT_MS;
  return iceServers.some(({ credential }) => credential !== undefined)
    ? TURN_GATHERING_LIMIT_MS
    : GATHERING_LIMIT_MS;
}

/**
 * Names of the local network are asked for aloud: whoever hides does not let somebody on the same network see the
 * question.
 */
export function heardOf(description: CompactDescription, { policy }: IceConfiguration): CompactDescription {
  if (policy === 'all') return description;
  const candidates = description.candidates.filter(({ address }) => !/\.local$/i.test(address));
  return { ...description, candidates };
}

/** Whatever the browser has gathered: an address that is to be hidden does not leave. */
export function toldOf<T extends CompactDescription>(description: T, { policy }: IceConfiguration): T {
  if (policy === 'all') return description;
  return { ...description, candidates: description.candidates.filter(({ type }) => type === 'relay') };
}
