/** Ids and signatures of events, checked by libsecp256k1, as public relays do: in plain JavaScript it takes six times as long. */
import { initNostrWasm, type Nostr } from 'nostr-wasm/gzipped';
import type { NostrEvent } from './messages';

let library: Promise<Nostr> | undefined;

export async function signatureCheck(): Promise<(event: NostrEvent) => boolean> {
  library ??= initNostrWasm();
  const nostr = await library;
  return (event) => {
    try {
      nostr.verifyEvent(event);
      return true;
    } catch {
      return false;
    }
  };
}
