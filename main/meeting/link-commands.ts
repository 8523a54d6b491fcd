/** Lets the window open and close links: the meeting's port as commands, the window's reports as events. */
import type { LinkCommand } from '../../shared/ipc';
import type { LinkPort } from '../../shared/meeting/ports';
import type { IceServers } from './ice-servers';

export function linkCommands(send: (command: LinkCommand) => void, iceServers: IceServers): LinkPort {
  return {
    open: (linkId, peerId, role) => {
      send({ type: 'open', linkId, peerId, role, iceServers });
    },
    acceptAnswer: (linkId, remote) => {
      send({ type: 'accept-answer', linkId, remote });
    },
    send: (linkId, bytes) => {
      send({ type: 'send', linkId, bytes });
    },
    startMedia: (linkId) => {
      send({ type: 'start-media', linkId });
    },
    acceptMedia: (linkId, remote) => {
      send({ type: 'accept-media', linkId, remote });
    },
    show: (linkId, height) => {
      send({ type: 'show', linkId, height });
    },
    restart: (linkId) => {
      send({ type: 'restart', linkId });
    },
    acceptRestart: (linkId, remote) => {
      send({ type: 'accept-restart', linkId, remote });
    },
    close: (linkId, linger) => {
      send({ type: 'close', linkId, linger });
    },
  };
}
