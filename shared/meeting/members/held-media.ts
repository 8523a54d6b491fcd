/** Media with somebody waits until this person has decided who it is; what the other offered meanwhile is kept. */
import type { MediaDescription } from '../../wire/description';
import type { MemberConnection } from '../connection/member-connection';

export class HeldMedia {
  /** What the other offered while media had to wait. */
  #offer: MediaDescription | null = null;

  constructor(
    private readonly isHeld: () => boolean,
    private readonly connection: () => MemberConnection,
  ) {}

  start(): void {
    if (!this.isHeld()) this.connection().startMedia();
  }

  offered(description: MediaDescription): void {
    if (this.isHeld()) this.#offer = description;
    else this.connection().media(description);
  }

  /** This person has decided that it may be heard and seen. */
  release(): void {
    if (this.isHeld()) return;
    this.connection().startMedia();
    if (this.#offer) this.connection().media(this.#offer);
    this.#offer = null;
  }

  /** Another connection: an offer for the one before is void. */
  relinked(): void {
    this.#offer = null;
  }
}
