/** The local network: people of one meeting find each other by multicast DNS, and pass envelopes by TCP. */
import { connect, type Socket } from 'node:net';
import { toHex } from '../../../shared/bytes';
import { systemClocks } from '../../clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { Envelope } from '../../../shared/wire/envelope';
import type { Transport, TransportEvents, TransportStatus } from '../transport';
import { LanConnection, type Introduced, type LanConnectionOptions } from './lan-connection';
import { LanRoom } from './lan-room';
import { everyInterface, LanSockets, type LanPlace } from './lan-sockets';
import { portOf } from './names';

const MAX_CALLING = 16;
/** Rooms that are listened to at once: the meeting's, and one for each pair. */
const MAX_ROOMS = 64;
const MAX_FELLOWS = 64;

export class LanTransport implements Transport {
  readonly name = 'lan';
  readonly #rooms = new Set<LanRoom>();
  readonly #connections = new Set<LanConnection>();
  /** Where people of this meeting take calls: a new room needs no search. By the ids of their runs. */
  readonly #fellows = new Map<string, { address: string; port: number }>();
  /** Open while a room is listened to. */
  #sockets: LanSockets | null = null;
  #calling = 0;
  #lastExchangeAt: number | null = null;
  #roundTripMs: number | null = null;

  constructor(
    private readonly events: TransportEvents,
    private readonly place: LanPlace = everyInterface,
  ) {}

  get status(): TransportStatus {
    const others = new Set([...this.#rooms].flatMap(({ people }) => people)).size;
    return {
      ...this.#state(others),
      lastExchangeAt: this.#lastExchangeAt,
      roundTripMs: this.#roundTripMs,
      others,
    };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const listened = this.#roomOf(room);
    // Its own function: the same one may be handed in twice.
    const listener = (envelope: Envelope): void => {
      onEnvelope(envelope);
    };
    listened?.listeners.add(listener);
    this.events.changed();
    return () => {
      if (!listened?.listeners.delete(listener) || listened.listeners.size > 0) return;
      if (!this.#rooms.delete(listened)) return;
      listened.leave();
      if (this.#rooms.size === 0) this.#close();
      this.events.changed();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    for (const listened of this.#rooms) if (listened.isOf(room)) listened.publish(envelopes);
  }

  refresh(): void {
    if (!this.#sockets) return;
    for (const connection of this.#connections) connection.destroy();
    this.#fellows.clear();
    if (this.#sockets.problem === null) {
      this.#sockets.renew();
      this.#searchAll();
    } else {
      this.#sockets.close();
      this.#sockets = this.#open();
    }
  }

  async stop(): Promise<void> {
    for (const room of this.#rooms) room.leave();
    this.#rooms.clear();
    this.#close();
    // Each has a second for what was said last.
    await Promise.all([...this.#connections].map(({ gone }) => gone));
    this.events.changed();
  }

  #state(others: number): Pick<TransportStatus, 'state' | 'why'> {
    if (!this.#sockets) return { state: 'idle', why: null };
    if (others > 0) return { state: 'works', why: null };
    const why = this.#sockets.problem;
    if (why) return { state: 'failed', why };
    return { state: this.#lastExchangeAt === null ? 'trying' : 'silent', why: null };
  }

  /** Null if there are too many. */
  #roomOf(room: Room): LanRoom | null {
    const known = [...this.#rooms].find((listened) => listened.isOf(room));
    if (known || this.#rooms.size >= MAX_ROOMS) return known ?? null;
    const fresh: LanRoom = new LanRoom(room, {
      ask: (names) => this.#sockets?.ask(names),
      call: (topic, address, port, ended) => this.#call(fresh, topic, address, port, ended),
    });
    this.#rooms.add(fresh);
    if (this.#sockets) this.#search(fresh);
    else this.#sockets = this.#open();
    return fresh;
  }

  #open(): LanSockets {
    return new LanSockets(this.place, {
      called: (socket) => {
        this.#called(socket);
      },
      isListenedTo: (name) => [...this.#rooms].some((room) => room.topicNamed(name) !== null),
      found: (...found) => {
        for (const room of this.#rooms) room.found(...found);
      },
      ready: () => {
        this.#searchAll();
      },
      changed: this.events.changed,
    });
  }

  #close(): void {
    this.#sockets?.close();
    this.#sockets = null;
    this.#fellows.clear();
    for (const connection of this.#connections) connection.end();
  }

  #searchAll(): void {
    for (const room of this.#rooms) this.#search(room);
  }

  #search(room: LanRoom): void {
    room.search();
    for (const { address, port } of this.#fellows.values()) room.callAt(address, port);
  }

  /** Returns false if there is nobody to call, or too many are being called. */
  #call(
    room: LanRoom,
    topic: Uint8Array,
    address: string,
    port: number,
    ended: (wasJoined: boolean) => void,
  ): boolean {
    const id = this.#sockets?.id;
    if (!id || this.#calling >= MAX_CALLING || !this.place.mayReach(address)) return false;
    if (port === portOf(id) && this.place.addresses().includes(address)) return false;
    let isCalling = true;
    let wasJoined = false;
    this.#calling++;
    const settled = (): void => {
      if (isCalling) this.#calling--;
      isCalling = false;
    };
    const socket = connect({ host: address, port });
    socket.once('close', () => {
      settled();
      ended(wasJoined);
    });
    const roomOf = (): LanRoom | null => {
      settled();
      wasJoined = this.#rooms.has(room);
      return wasJoined ? room : null;
    };
    this.#connect({ socket, side: 'caller', topics: () => [topic], id }, roomOf);
    return true;
  }

  #called(socket: Socket): void {
    const id = this.#sockets?.id;
    if (!id) {
      socket.destroy();
      return;
    }
    const topics = (): Uint8Array[] => [...this.#rooms].flatMap((room) => room.topics);
    this.#connect({ socket, side: 'called', topics, id }, ({ topic }) => {
      this.#sockets?.known(socket);
      return [...this.#rooms].find((room) => room.hasTopic(topic)) ?? null;
    });
  }

  #connect(
    options: Pick<LanConnectionOptions, 'socket' | 'side' | 'topics' | 'id'>,
    roomOf: (introduced: Introduced) => LanRoom | null,
  ): void {
    let room: LanRoom | null = null;
    const connection = new LanConnection({
      ...options,
      introduced: (introduced) => {
        room = roomOf(introduced);
        if (!room || toHex(introduced.theirId) === toHex(options.id)) {
          connection.destroy();
          return;
        }
        this.#exchanged();
        this.#roundTripMs = Math.round(introduced.roundTripMs);
        this.#remember(introduced.theirId, connection.address);
        room.join(connection, introduced);
        this.events.changed();
      },
      received: (sealed) => {
        if (room?.received(connection, sealed) === true) this.#exchanged();
      },
      closed: () => {
        this.#connections.delete(connection);
        if (room?.lost(connection) === true) this.events.changed();
      },
    });
    this.#connections.add(connection);
  }

  #exchanged(): void {
    this.#lastExchangeAt = systemClocks.wall();
  }

  #remember(id: Uint8Array, address: string | undefined): void {
    const name = toHex(id);
    if (address === undefined || (this.#fellows.size >= MAX_FELLOWS && !this.#fellows.has(name))) return;
    this.#fellows.set(name, { address, port: portOf(id) });
  }
}
