/** One relay: connected while somebody listens, never with more than it must know, and truthful about itself. */
import { systemClocks } from '../../clocks';
import { unixSeconds, type WallClock } from '../../../shared/clocks';
import type { Room } from '../../../shared/invite/key-schedule';
import type { RelayStatus } from '../../../shared/ipc';
import type { Envelope } from '../../../shared/wire/envelope';
import { publishingPeriods } from '../../../shared/wire/topics';
import { EchoWatch, probeEnvelope } from './echo-watch';
import { RelayClock } from './relay-clock';
import { RelayConnection } from './relay-connection';
import { RelayEvents } from './relay-events';
import { RelayOutbox } from './relay-outbox';
import { RelayPauses } from './relay-pauses';
import { clockFaultOf } from './relay-refusal';
import { directly, type AgentFor, type RelayWay, type SocketEnd } from './relay-socket';
import { RelayStanding } from './relay-standing';
import { RelaySubscription, type RelayListener } from './relay-subscription';
import { SignIn } from './sign-in';
import { signHere, type Sign } from './signing';

/** How often the hour is looked at: clocks are corrected, and computers sleep. */
const PERIOD_CHECK_MS = 30_000;
/** The last words get this long to be confirmed before the connection is given up. */
const FAREWELL_MS = 1000;

export interface NostrRelayEvents {
  changed: () => void;
  /** A relay's clock, in Unix milliseconds. */
  clock: (url: string, relayClock: number) => void;
  /** Whether the person lets this relay ask for a signature by a throwaway key (NIP-42). */
  maySignIn?: (url: string) => boolean;
  /** Whether its name may lead into a private network: of a relay that the person named. */
  mayBeLocal?: (url: string) => boolean;
}

export class NostrRelay {
  readonly #listeners = new Set<RelayListener>();
  readonly #subscription: RelaySubscription;
  readonly #sealed: RelayEvents;
  readonly #clock: RelayClock;
  readonly #echo: EchoWatch;
  readonly #signIn: SignIn;
  readonly #unconfirmed = new Set<Promise<unknown>>();
  readonly #outbox = new RelayOutbox();
  readonly #standing: RelayStanding;
  #connection: RelayConnection | null = null;
  #timers = new Set<NodeJS.Timeout>();
  readonly #pauses = new RelayPauses(systemClocks.steady);
  #asksAnew = false;
  #stopped = false;

  /** @param url canonical. */
  constructor(
    readonly url: string,
    private readonly wall: WallClock,
    private readonly events: NostrRelayEvents,
    private readonly agentFor: AgentFor = directly,
    sign: Sign = signHere,
  ) {
    this.#standing = new RelayStanding(wall);
    this.#sealed = new RelayEvents(url, sign);
    this.#clock = new RelayClock(wall, systemClocks.steady);
    this.#signIn = new SignIn(url, () => events.maySignIn?.(url) ?? false, sign);
    this.#echo = new EchoWatch({
      probe: () => {
        this.#probe();
      },
      echoed: (afterMs) => {
        this.#standing.echoed(afterMs);
      },
      swallowed: (wereTaken) => {
        this.#failed();
        if (wereTaken) this.#standing.swallows();
      },
    });
    this.#subscription = new RelaySubscription(url, this.#listeners, wall, {
      answered: (roundTripMs) => {
        this.#standing.roundTripMs = roundTripMs;
        this.#answered();
        this.#echo.listening();
      },
      unanswered: () => {
        this.#echo.reset();
        this.#failed();
      },
      refused: (words) => {
        this.#echo.reset();
        this.#refuses(words);
      },
      received: ({ id }) => {
        if (this.#echo.received(id)) this.#answered();
      },
    });
  }

  get status(): Omit<RelayStatus, 'enabled'> {
    const isProven = this.#connection?.isOpen === true && this.#echo.isProven;
    return { url: this.url, ...this.#standing.status({ isListenedTo: this.#listeners.size > 0, isProven }) };
  }

  listen(room: Room, onEnvelope: (envelope: Envelope) => void): () => void {
    const listener: RelayListener = { room, onEnvelope };
    this.#listeners.add(listener);
    if (this.#connection?.isOpen === true) this.#askAnew();
    else this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (!this.#isHeard(room)) this.#echo.left(room);
      if (this.#listeners.size === 0) void this.#rest();
      else this.#askAnew();
    };
  }

  publish(room: Room, envelopes: readonly Envelope[]): void {
    const send = (connection: RelayConnection): void => {
      for (const period of publishingPeriods(unixSeconds(this.wall()))) {
        for (const envelope of envelopes) this.#send(connection, room, envelope, period);
      }
    };
    if (this.#connection?.isOpen === true) {
      // Whoever publishes listens for the answer.
      this.#renewIfAsked();
      send(this.#connection);
      return;
    }
    this.#outbox.add(send);
  }

  /** The connection may be gone without a word. A relay that nobody listens to is left alone. */
  refresh(): void {
    if (this.#stopped || this.#listeners.size === 0) return;
    this.#pauses.begin();
    this.#disconnect();
    this.#connect();
  }

  /** Resolves when the last words are confirmed, or were given a second, and the connection is closed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#listeners.clear();
    await this.#rest();
  }

  /** Throws where no connection may be made. */
  get #way(): RelayWay {
    const mayBeLocal = this.events.mayBeLocal?.(this.url) ?? false;
    return { agent: this.agentFor(this.url), isPublicOnly: !mayBeLocal };
  }

  #connect(): void {
    if (this.#connection || this.#stopped || this.#listeners.size === 0) return;
    const wait = this.#pauses.asked;
    if (wait > 0) {
      this.#later(wait, () => {
        this.#connect();
      });
      return;
    }
    let connection: RelayConnection;
    try {
      connection = new RelayConnection(this.url, this.#way, {
        clock: (relayClock) => {
          this.#clock.told(relayClock);
          this.events.clock(this.url, relayClock);
        },
        opened: () => {
          this.#reached(connection);
        },
        notice: (words) => {
          this.#standing.noticed(words);
        },
        challenged: (challenge) => {
          this.#signIn.challenged(challenge);
          if (this.#standing.refusal === 'sign-in') this.#answerChallenge();
        },
        ended: (end) => {
          this.#lost(connection, end);
        },
      });
    } catch {
      // No address that the platform can use, or that may be reached: it stays at trying.
      return;
    }
    this.#connection = connection;
    this.events.changed();
  }

  #reached(connection: RelayConnection): void {
    // Listeners first: an answer may come at once.
    this.#subscription.renew(connection);
    this.#later(PERIOD_CHECK_MS, () => {
      this.#checkPeriod(connection);
    });
    this.#outbox.empty(connection);
  }

  #lost(connection: RelayConnection, { refusal, retryAfterMs }: SocketEnd): void {
    if (this.#connection !== connection) return;
    this.#disconnect();
    this.#standing.lost(refusal);
    const pause = this.#pauses.afterEnd(refusal !== null && !connection.wasOpen, retryAfterMs);
    this.#later(pause, () => {
      this.#connect();
    });
    this.events.changed();
  }

  #disconnect(): void {
    const connection = this.#connection;
    this.#connection = null;
    this.#subscription.forget();
    this.#echo.reset();
    this.#signIn.forget();
    connection?.close();
  }

  /** Nobody listens any more: the relay need not know that we are here. */
  async #rest(): Promise<void> {
    const limit = new Promise<void>((resolve) => {
      this.#later(FAREWELL_MS, resolve);
    });
    await Promise.race([Promise.allSettled([...this.#unconfirmed]), limit]);
    if (this.#listeners.size > 0) return;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#outbox.clear();
    this.#disconnect();
    this.events.changed();
  }

  #later(milliseconds: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, milliseconds);
    this.#timers.add(timer);
  }

  #checkPeriod(connection: RelayConnection): void {
    if (this.#connection !== connection) return;
    // Some accept everybody and close at once: only what has lasted is no failure.
    this.#pauses.begin();
    if (this.#subscription.isOfAnotherHour) this.#subscription.renew(connection);
    this.#later(PERIOD_CHECK_MS, () => {
      this.#checkPeriod(connection);
    });
  }

  /** Rooms often come and go together: the relay is told once. */
  #askAnew(): void {
    if (this.#asksAnew) return;
    this.#asksAnew = true;
    queueMicrotask(() => {
      this.#renewIfAsked();
    });
  }

  #renewIfAsked(): void {
    if (!this.#asksAnew) return;
    this.#asksAnew = false;
    const connection = this.#connection;
    if (connection?.isOpen === true && this.#listeners.size > 0) this.#subscription.renew(connection);
  }

  /** In a room that is listened to. */
  #probe(): void {
    const [listener] = this.#listeners;
    if (!listener || this.#connection?.isOpen !== true) return;
    this.publish(listener.room, [probeEnvelope()]);
  }

  #send(connection: RelayConnection, room: Room, envelope: Envelope, period: number): void {
    const confirmed: Promise<unknown> = this.#say(connection, room, envelope, period)
      // What cannot be sealed for one relay must not take the others along.
      .catch(() => undefined)
      .finally(() => this.#unconfirmed.delete(confirmed));
    this.#unconfirmed.add(confirmed);
  }

  /** Resolves with the relay's word on it, or without one. */
  async #say(connection: RelayConnection, room: Room, envelope: Envelope, period: number): Promise<void> {
    const { time, reading } = this.#clock;
    const event = await this.#sealed.seal(room, envelope, period, time);
    if (this.#hasLost(connection)) return;
    if (this.#isHeard(room)) this.#echo.published(event.id, room, !this.#subscription.isAnswered);
    const answer = await connection.publish(event);
    if (this.#hasLost(connection) || answer === null) return;
    if (answer.accepted) {
      this.#echo.taken(event.id);
      this.#answered();
    } else if (this.#mayBeTakenAt(answer.words, reading)) {
      this.#send(connection, room, envelope, period);
    } else {
      this.#echo.failed();
      this.#refuses(answer.words);
    }
  }

  #hasLost(connection: RelayConnection): boolean {
    return this.#connection !== connection;
  }

  #isHeard(room: Room): boolean {
    return [...this.#listeners].some((listener) => listener.room === room);
  }

  /** Whether a refused event was refused for its time, and another one may do. */
  #mayBeTakenAt(words: string, reading: number): boolean {
    const fault = clockFaultOf(words);
    if (fault === null) return false;
    const isWorthAnother = this.#clock.refused(fault, reading);
    this.events.clock(this.url, this.#clock.time);
    return isWorthAnother;
  }

  #refuses(words: string): void {
    this.#standing.refuses(words);
    this.events.changed();
    if (this.#standing.refusal === 'sign-in') this.#answerChallenge();
  }

  #answerChallenge(): void {
    const connection = this.#connection;
    const signed = this.#signIn.answer(this.#clock.time);
    if (!connection || !signed) return;
    void signed
      .then((event) => connection.authenticate(event))
      .then((answer) => {
        if (this.#connection !== connection || answer?.accepted !== true) return;
        // It is asked for everything once more, as if it had just been reached.
        this.#echo.reset();
        this.#subscription.renew(connection);
      });
  }

  #failed(): void {
    const words = this.#standing.failed();
    if (words === null) this.events.changed();
    else this.#refuses(words);
  }

  #answered(): void {
    this.#standing.answered();
    this.events.changed();
  }
}
