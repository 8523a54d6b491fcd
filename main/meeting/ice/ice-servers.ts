/** Servers that help two computers to a path: they see addresses and times, and sealed packets, nothing of a meeting. */
import type { IceConfiguration, Settings } from '../../../shared/ipc';
import { MAX_TURN_SERVERS } from '../../../shared/ipc/connection';
import { checkedTurnLogin, type TurnLogin } from '../../../shared/wire/turn-url';

export type IceServers = IceConfiguration['iceServers'];

/** Independent operators: one that does not answer is not missed. Few, because each of them is asked. */
const defaultStunServers = ['stun.cloudflare.com:3478', 'stun.nextcloud.com:3478', 'stun.sipgate.net:3478'];

/** @param given `HOST:PORT` of others instead; null: those that are known by themselves. */
export function stunServers(given: readonly string[] | null): IceServers {
  return (given ?? defaultStunServers).map((place) => ({ urls: [`stun:${place}`] }));
}

export function turnServers(logins: readonly TurnLogin[]): IceServers {
  return logins.map(({ url, username, credential }) => ({ urls: [url], username, credential }));
}

/** The own TURN servers that are switched on. */
export function ownTurn({ turn }: Pick<Settings, 'turn'>): TurnLogin[] {
  return turn.filter(({ enabled }) => enabled);
}

/** Canonical URLs, each login once. Throws VigilError as `checkedTurnLogin` does. */
export function checkedTurn(turn: Settings['turn']): Settings['turn'] {
  const checked = turn.map((server) => ({ ...checkedTurnLogin(server), enabled: server.enabled }));
  const byLogin = new Map(checked.map((server) => [`${server.url} ${server.username}`, server]));
  return [...byLogin.values()].slice(0, MAX_TURN_SERVERS);
}
