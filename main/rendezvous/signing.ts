/** Signatures of Nostr events: nostr-tools makes its tables at the first one, which takes as long as a whole join. */
import { finalizeEvent, generateSecretKey } from 'nostr-tools/pure';

let isReady = false;

/** Signs something that nobody gets to see, once, so that the first message need not wait. */
export function prepareSigning(): void {
  if (isReady) return;
  isReady = true;
  finalizeEvent({ kind: 0, created_at: 0, tags: [], content: '' }, generateSecretKey());
}
