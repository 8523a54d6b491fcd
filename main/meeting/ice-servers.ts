/** Servers that tell a computer its own public address. They see addresses and times, nothing of a meeting. */
import type { LinkCommand } from '../../shared/ipc';

export type IceServers = Extract<LinkCommand, { type: 'open' }>['iceServers'];

/** Two independent operators: one that does not answer is not missed. */
const defaultStunServers = ['stun.cloudflare.com:3478', 'stun.nextcloud.com:3478'];

/** @param given `HOST:PORT` of others instead; null: those that are known by themselves. */
export function stunServers(given: readonly string[] | null): IceServers {
  return (given ?? defaultStunServers).map((place) => ({ urls: [`stun:${place}`] }));
}
