/**
 * A host who has nobody, though others may be inside: it opened its meeting again, or lost all of them. They do not
 * look for somebody who said goodbye, nor for ever, so for a while the host looks for their door.
 */
import type { Ports } from '../ports';
import type { Join } from './join';

/** Whoever keeps a door answers within seconds. Milliseconds. */
const SEEKS_FOR_MS = 15_000;

export class Seeking {
  #stop: (() => void) | null = null;

  constructor(private readonly ports: Pick<Ports, 'timer'>) {}

  /** Newcomers are heard all the same. */
  begin(join: Join, ended: () => void): void {
    this.end();
    join.lookAgain();
    this.#stop = this.ports.timer(SEEKS_FOR_MS, () => {
      this.#stop = null;
      // Whoever is just being connected is waited for.
      if (join.step === 'connecting') return;
      join.end();
      ended();
    });
  }

  end(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
