/** A guest's way in, and back in: looks for the door, with growing pauses between one attempt and the next. */
import { deriveMeetingKeys } from '../../invite/key-schedule';
import type { Invite } from '../../invite/link';
import { JoinAttempt, type JoinAttemptEvents, type JoinStep } from './join-attempt';
import type { ConnectionEvent, Ports } from '../ports';
import { JoinPause } from '../reentry';
import type { Self } from '../self';
import { UselessDoors } from '../useless-doors';

type State =
  { state: 'idle' } | { state: 'looking'; entry: JoinAttempt } | { state: 'pausing'; stop: () => void };

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
    this.#pause = new JoinPause(ports.now);
    this.#useless = new UselessDoors(ports.now);
  }

  get step(): JoinStep {
    return this.#state.state === 'looking' ? this.#state.entry.step : 'looking';
  }

  /** Of the door that was found, as it says itself; null while none is. */
  get doorId(): string | null {
    return this.#state.state === 'looking' ? this.#state.entry.doorId : null;
  }

  get isUnderWay(): boolean {
    return this.#state.state !== 'idle';
  }

  look(): void {
    this.end();
    const invite = this.invite();
    const keys = deriveMeetingKeys(invite);
    const entry = new JoinAttempt(invite, keys, this.self, this.ports, this.#useless, this.events);
    this.#state = { state: 'looking', entry };
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

  connectionEvent(connectionId: string, event: ConnectionEvent): void {
    if (this.#state.state === 'looking') this.#state.entry.connectionEvent(connectionId, event);
  }

  /** A link to somebody inside stands. */
  inside(): void {
    if (this.#state.state !== 'looking') return;
    this.end();
    this.#pause.inside();
  }

  end(): void {
    if (this.#state.state === 'looking') this.#state.entry.end();
    if (this.#state.state === 'pausing') this.#state.stop();
    this.#state = { state: 'idle' };
  }

  /** Gives up, and says so to the door if it was found. */
  withdraw(): void {
    if (this.#state.state === 'looking') this.#state.entry.withdraw();
    this.end();
  }
}
