/** Servers that tell a computer its own public address. They see addresses and times, nothing of a meeting. */
import type { LinkCommand } from '../../shared/ipc';

export type IceServers = Extract<LinkCommand, { type: 'open' }>['iceServers'];

/** Two independent operators: one that does not answer is not missed. */
export const defaultIceServers: IceServers = [
  { urls: ['stun:stun.cloudflare.com:3478'] },
  { urls: ['stun:stun.nextcloud.com:3478'] },
];
