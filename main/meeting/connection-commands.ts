/** The meeting's commands to the window that holds the peer connections, with the servers that each may use. */
import { SEALED_PIECE_LENGTH } from '../../shared/files/limits';
import type { ConnectionCommand, IceConfiguration } from '../../shared/ipc';
import type { ConnectionPort, PeerConnectionCommand } from '../../shared/meeting/ports';
import type { CompactDescription } from '../../shared/wire/description';

/** Bytes of files in one message to the window: three pieces. More than 64 KiB would go by memory that is shared anew. */
const AT_ONCE = 3 * SEALED_PIECE_LENGTH;

export interface ConnectionCommandsOptions {
  send: (command: ConnectionCommand) => void;
  /** The servers for a connection to this peer, by what is known of it now. */
  iceTo: (peerId: string) => IceConfiguration;
  /** The way to somebody as this computer's network can go it, for connections that may go directly. */
  wayTo: (remote: CompactDescription) => CompactDescription;
  /** The connection to this peer stands: gather candidates anew. */
  renew: (peerId: string) => void;
}

export class ConnectionCommands implements ConnectionPort {
  /** Peers by the connections that were opened through TURN only. */
  readonly #relayed = new Map<string, string>();

  constructor(private readonly options: ConnectionCommandsOptions) {}

  run(command: PeerConnectionCommand): void {
    if (command.type === 'send-pieces' && command.pieces.length > AT_ONCE) {
      for (let at = 0; at < command.pieces.length; at += AT_ONCE)
        this.options.send({ ...command, pieces: command.pieces.slice(at, at + AT_ONCE) });
      return;
    }
    if (command.type === 'close') this.#relayed.delete(command.connectionId);
    if (command.type !== 'open') {
      const hasWay = command.type === 'accept-answer' || command.type === 'accept-restart';
      this.options.send(
        hasWay ? { ...command, remote: this.#wayTo(command.connectionId, command.remote) } : command,
      );
      return;
    }
    const { connectionId, role } = command;
    const ice = this.options.iceTo(command.peerId);
    if (ice.policy === 'relay') this.#relayed.set(connectionId, command.peerId);
    this.options.send({
      ...command,
      ...ice,
      role: role.side === 'offer' ? role : { ...role, remote: this.#wayTo(connectionId, role.remote) },
    });
  }

  /** Whoever hides goes through TURN servers, which know ways of their own. */
  #wayTo(connectionId: string, remote: CompactDescription): CompactDescription {
    return this.#relayed.has(connectionId) ? remote : this.options.wayTo(remote);
  }

  /** Somebody may have been verified: connections that may go directly now are told so, and gather anew. */
  follow(): void {
    for (const [connectionId, peerId] of this.#relayed) {
      const ice = this.options.iceTo(peerId);
      if (ice.policy === 'relay') continue;
      this.#relayed.delete(connectionId);
      this.options.send({ type: 'set-ice', connectionId, ...ice });
      this.options.renew(peerId);
    }
  }

  /** The window says that the connection is gone. */
  closed(connectionId: string): void {
    this.#relayed.delete(connectionId);
  }
}
