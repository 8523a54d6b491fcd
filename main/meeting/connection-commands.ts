/** Lets the window open and close links: the meeting's port as commands, the window's reports as events. */
import type { ConnectionCommand } from '../../shared/ipc';
import type { ConnectionPort } from '../../shared/meeting/ports';
import type { IceConfiguration } from './ice/ice-policy';

export interface ConnectionCommands {
  port: ConnectionPort;
  /** Somebody may have been verified: links that may take another way now are told so, and gather anew. */
  follow: () => void;
  /** The window says that the link is gone. */
  closed: (connectionId: string) => void;
}

export interface ConnectionCommandsOptions {
  send: (command: ConnectionCommand) => void;
  wayTo: (peerId: string) => IceConfiguration;
  /** The link to this peer stands: gather candidates anew. */
  renew: (peerId: string) => void;
}

export function connectionCommands({ send, wayTo, renew }: ConnectionCommandsOptions): ConnectionCommands {
  /** Peers by the links that were opened through go-betweens only. */
  const relayed = new Map<string, string>();
  const port: ConnectionPort = {
    open: (connectionId, peerId, role) => {
      const way = wayTo(peerId);
      if (way.policy === 'relay') relayed.set(connectionId, peerId);
      send({ type: 'open', connectionId, peerId, role, ...way });
    },
    acceptAnswer: (connectionId, remote) => {
      send({ type: 'accept-answer', connectionId, remote });
    },
    send: (connectionId, bytes) => {
      send({ type: 'send', connectionId, bytes });
    },
    startMedia: (connectionId) => {
      send({ type: 'start-media', connectionId });
    },
    acceptMedia: (connectionId, remote) => {
      send({ type: 'accept-media', connectionId, remote });
    },
    show: (connectionId, height) => {
      send({ type: 'show', connectionId, height });
    },
    restart: (connectionId) => {
      send({ type: 'restart', connectionId });
    },
    acceptRestart: (connectionId, remote) => {
      send({ type: 'accept-restart', connectionId, remote });
    },
    close: (connectionId, linger) => {
      relayed.delete(connectionId);
      send({ type: 'close', connectionId, linger });
    },
  };
  return {
    port,
    follow: () => {
      for (const [connectionId, peerId] of relayed) {
        const way = wayTo(peerId);
        if (way.policy === 'relay') continue;
        relayed.delete(connectionId);
        send({ type: 'set-way', connectionId, ...way });
        renew(peerId);
      }
    },
    closed: (connectionId) => {
      relayed.delete(connectionId);
    },
  };
}
