/**
 * The answer to a relay that asks who this is (NIP-42): a key made for this connection, which nothing else ever has.
 * Given only where the person allows it for this relay.
 */
import type { NostrEvent } from 'nostr-tools/core';
import { generateSecretKey } from 'nostr-tools/pure';
import type { Sign } from './signing';

const CLIENT_AUTHENTICATION = 22_242;

export class SignIn {
  #challenge: string | null = null;

  /** @param url canonical. @param isAllowed by the person, for this relay. */
  constructor(
    private readonly url: string,
    private readonly isAllowed: () => boolean,
    private readonly sign: Sign,
  ) {}

  challenged(challenge: string): void {
    this.#challenge = challenge;
  }

  /** The connection is gone: its challenge is worth nothing. */
  forget(): void {
    this.#challenge = null;
  }

  /** Once for each challenge; null where there is none, or it is not allowed. @param relayTime Unix milliseconds. */
  answer(relayTime: number): Promise<NostrEvent> | null {
    const challenge = this.#challenge;
    if (challenge === null || !this.isAllowed()) return null;
    this.#challenge = null;
    const tags = [
      ['relay', this.url],
      ['challenge', challenge],
    ];
    const created_at = Math.floor(relayTime / 1000);
    return this.sign({ kind: CLIENT_AUTHENTICATION, created_at, tags, content: '' }, generateSecretKey());
  }
}
