/** What a door and a newcomer say to each other after the knock: sealed by their channel, in the pair's own room. */
import { equalPublic } from '../../bytes';
import type { Room } from '../../invite/key-schedule';
import type { SecureChannel } from '../../noise/secure-channel';
import type { Message } from '../../wire/reassembly';
import type { Ports, RoomHandle } from '../ports';
import { decodeDoorMessage, encodeDoorMessage, type DoorMessage } from './door-messages';

export interface DoorChannelOptions {
  room: Room;
  /** Peer ids, 16 bytes each. */
  self: Uint8Array;
  other: Uint8Array;
  /** Of the finished handshake; wiped at the end. */
  channel: SecureChannel;
}

export class DoorChannel {
  readonly #room: RoomHandle;

  /** @param said what the other says; null for a kind that this version does not know. */
  constructor(
    private readonly options: DoorChannelOptions,
    private readonly ports: Pick<Ports, 'joinRoom' | 'drop'>,
    private readonly said: (message: DoorMessage | null) => void,
  ) {
    this.#room = ports.joinRoom(options.room, options.self, (message) => {
      this.#receive(message);
    });
  }

  send(message: DoorMessage): void {
    const { channel, other } = this.options;
    this.#room.publish('sealed', other, channel.seal(encodeDoorMessage(message)));
  }

  /** Nothing is sent or heard any more. */
  end(): void {
    this.#room.leave();
    this.options.channel.wipe();
  }

  #receive(message: Message): void {
    const { channel, other } = this.options;
    if (message.kind !== 'sealed' || !equalPublic(message.from, other)) return;
    let content;
    try {
      content = channel.open(message.body);
    } catch {
      this.ports.drop('channel-not-genuine');
      return;
    }
    let said;
    try {
      said = decodeDoorMessage(content);
    } catch {
      this.ports.drop('channel-malformed');
      return;
    }
    if (!said) this.ports.drop('channel-unknown-kind');
    this.said(said);
  }
}
