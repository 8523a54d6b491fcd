/** What is to be said to a relay as soon as there is a connection. */
import { systemClocks } from '../../clocks';
import type { RelayConnection } from './relay-connection';

/** Messages wait this long; whoever needs an answer says it again anyway. */
const WAITING_MS = 10_000;
const MAX_WAITING = 64;

type Send = (connection: RelayConnection) => void;

export class RelayOutbox {
  #waiting: { at: number; send: Send }[] = [];

  add(send: Send): void {
    this.#waiting.push({ at: systemClocks.steady(), send });
    if (this.#waiting.length > MAX_WAITING) this.#waiting.shift();
  }

  /** Sends what is not too old by now. */
  empty(connection: RelayConnection): void {
    const waiting = this.#waiting.filter(({ at }) => systemClocks.steady() - at < WAITING_MS);
    this.#waiting = [];
    for (const { send } of waiting) send(connection);
  }

  clear(): void {
    this.#waiting = [];
  }
}
