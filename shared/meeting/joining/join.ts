/** A guest's way in, and back in: looks for the door, with growing pauses between one attempt and the next. */
import type { SteadyClock, SteadyTime } from '../../clocks';
import { deriveMeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import { JoinAttempt, UselessDoors, type JoinAttemptEvents, type JoinStep } from './join-attempt';
import type { Ports } from '../ports';
import type { Self } from '../self';

/** A connection that held so long was none of those that keep breaking. */
const STEADY_MS = 30_000;
const FIRST_PAUSE_MS = 1000;
const MAX_PAUSE_MS = 30_000;

type State =
  { state: 'idle' } | { state: 'looking'; attempt: JoinAttempt } | { state: 'pausing'; stop: () => void };

export class Join {
  #state: State = { state: 'idle' };
  readonly #pause: JoinPause;
  readonly #useless: UselessDoors;

  /** @param invite the link that holds now. */
  constructor(
    private readonly invite: () => Invite,
    private readonly self: Self,
    private readonly ports: Ports,
    private readonly events: JoinAttemptEvents,
  ) {
    this.#pause = new JoinPause(ports.steady);
    this.#useless = new UselessDoors(ports.steady);
  }

  get step(): JoinStep {
    return this.#state.state === 'looking' ? this.#state.attempt.step : 'looking';
  }

  /** What the host says to those who wait; empty for nothing. */
  get note(): string {
    return this.#state.state === 'looking' ? this.#state.attempt.note : '';
  }

  /** Whether this peer, in hex, keeps the door that let this side in, which is being connected to. */
  isLetInBy(peerId: string): boolean {
    return this.#state.state === 'looking' && this.#state.attempt.isLetInBy(peerId);
  }

  get isUnderWay(): boolean {
    return this.#state.state !== 'idle';
  }

  look(): void {
    this.end();
    const invite = this.invite();
    const keys = deriveMeetingKeys(invite);
    const attempt = new JoinAttempt(invite, keys, this.self, this.ports, this.#useless, this.events);
    this.#state = { state: 'looking', attempt };
  }

  /** This door let us in without a right. */
  avoid(peerId: string): void {
    this.#useless.add(peerId);
  }

  /** After a pause, if there has to be one. */
  lookAgain(): void {
    this.end();
    const stop = this.ports.timer(this.#pause.next(), () => {
      this.look();
      this.events.changed();
    });
    this.#state = { state: 'pausing', stop };
  }

  /** A connection to somebody inside stands. */
  inside(): void {
    if (this.#state.state !== 'looking') return;
    this.end();
    this.#pause.inside();
  }

  end(): void {
    if (this.#state.state === 'looking') this.#state.attempt.end();
    if (this.#state.state === 'pausing') this.#state.stop();
    this.#state = { state: 'idle' };
  }

  /** Gives up, and says so to the door if it was found. */
  withdraw(): void {
    if (this.#state.state === 'looking') this.#state.attempt.withdraw();
    this.end();
  }
}

/** When a guest who lost everybody looks for the door again: at once after a connection that held, else ever later. */
export class JoinPause {
  /** Null when a connection that held has had its attempt at once. */
  #insideSince: SteadyTime | null = null;
  #pause = 0;

  constructor(private readonly steady: SteadyClock) {}

  inside(): void {
    this.#insideSince = this.steady();
  }

  /** Milliseconds to wait this time. */
  next(): number {
    const held = this.#insideSince !== null && this.steady() - this.#insideSince > STEADY_MS;
    this.#insideSince = null;
    const pause = held ? 0 : this.#pause;
    this.#pause = held ? FIRST_PAUSE_MS : Math.min(Math.max(pause * 2, FIRST_PAUSE_MS), MAX_PAUSE_MS);
    return pause;
  }
}
