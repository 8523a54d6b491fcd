/** What this person knows of those who are here, in the course of one meeting. */
import { toHex } from '../../bytes';
import type { Acquaintance } from '../../identity/contacts';
import type { Ports } from '../ports';

export class Acquaintances {
  /** First met here: new until the end of this meeting, or until verified. */
  readonly #newHere = new Set<string>();

  /** Looked at, and not held: asked about at every change of a large meeting. */
  readonly #free = new Set<string>();
  /** This person has said that the known name is another's. */
  readonly #decided = new Set<string>();

  constructor(private readonly ports: Pick<Ports, 'acquaintances'>) {}

  look(identity: Uint8Array, name: string): Acquaintance {
    const found = this.ports.acquaintances.look(identity, name);
    const isNew = found.trust === 'met' && this.#newHere.has(toHex(identity));
    const isDecided = found.trust === 'changed' && this.#decided.has(toHex(identity));
    return isNew || isDecided ? { ...found, trust: 'new' } : found;
  }

  /** Shows the name of somebody known, with another key: nothing is sent or shown before this person decides. */
  isHeld(identity: Uint8Array, name: string): boolean {
    const key = `${toHex(identity)} ${name}`;
    if (this.#free.has(key)) return false;
    const held = this.look(identity, name).trust === 'changed';
    // Whoever is known or new once does not become somebody else's namesake by what follows here.
    if (!held) this.#free.add(key);
    return held;
  }

  /** It is somebody else of a known name: no longer held in this meeting, whatever the address book keeps. */
  decided(identity: Uint8Array): void {
    this.#decided.add(toHex(identity));
  }

  /** It is here, and nothing has to be decided about it. */
  met(identity: Uint8Array, name: string): void {
    if (this.look(identity, name).trust === 'new') this.#newHere.add(toHex(identity));
    this.ports.acquaintances.met(identity, name);
  }
}
