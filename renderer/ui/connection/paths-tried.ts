/** By what paths this person's connections are tried at all: what helps where none was found depends on it. */
import type { AppView, Trust } from '../../state/contract';

export type PathsTried =
  /** Directly, and by go-betweens. */
  | { state: 'all' }
  /** By go-betweens alone: the address is to stay hidden. */
  | { state: 'hidden' }
  /** By go-betweens alone, through the proxy. */
  | { state: 'private' }
  /** The same, and the proxy does not lead to some of them. places: `HOST:PORT` of each. */
  | { state: 'unreached'; places: readonly string[] };

/** @param trust of whom the connection is to, where that is known. */
export function pathsTried(
  { privateMode, settings }: Pick<AppView, 'privateMode' | 'settings'>,
  trust: Trust | null,
): PathsTried {
  if (privateMode.state === 'on' && privateMode.unreached.length > 0)
    return { state: 'unreached', places: privateMode.unreached };
  if (privateMode.state !== 'off') return { state: 'private' };
  const { hideAddress, directAfterVerified } = settings;
  return { state: hideAddress || (directAfterVerified && trust !== 'verified') ? 'hidden' : 'all' };
}
