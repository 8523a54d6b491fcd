/** Lets the window open and close links: the meeting's port as commands, the window's reports as events. */
import type { LinkCommand } from '../../shared/ipc';
import type { LinkPort } from '../../shared/meeting/ports';
import type { LinkWay } from './ice/ice-policy';

export interface LinkCommands {
  port: LinkPort;
  /** Somebody may have been verified: links that may take another way now are told so, and gather anew. */
  follow: () => void;
  /** The window says that the link is gone. */
  closed: (linkId: string) => void;
}

export interface LinkCommandsOptions {
  send: (command: LinkCommand) => void;
  wayTo: (peerId: string) => LinkWay;
  /** The link to this peer stands: gather candidates anew. */
  renew: (peerId: string) => void;
}

export function linkCommands({ send, wayTo, renew }: LinkCommandsOptions): LinkCommands {
  /** Peers by the links that were opened through go-betweens only. */
  const relayed = new Map<string, string>();
  const port: LinkPort = {
    open: (linkId, peerId, role) => {
      const way = wayTo(peerId);
      if (way.policy === 'relay') relayed.set(linkId, peerId);
      send({ type: 'open', linkId, peerId, role, ...way });
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
      relayed.delete(linkId);
      send({ type: 'close', linkId, linger });
    },
  };
  return {
    port,
    follow: () => {
      for (const [linkId, peerId] of relayed) {
        const way = wayTo(peerId);
        if (way.policy === 'relay') continue;
        relayed.delete(linkId);
        send({ type: 'set-way', linkId, ...way });
        renew(peerId);
      }
    },
    closed: (linkId) => {
      relayed.delete(linkId);
    },
  };
}
