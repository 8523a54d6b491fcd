/** Signs what it is handed, one after the other, for as long as the app runs. */
import { parentPort } from 'node:worker_threads';
import { initNostrWasm } from 'nostr-wasm/gzipped';
import type { NostrEvent } from 'nostr-tools/core';
import type { SigningAnswer, SigningRequest } from './signing';

const nostr = await initNostrWasm();

parentPort?.on('message', ({ id, event, key }: SigningRequest) => {
  const signed: NostrEvent = { ...event, pubkey: '', id: '', sig: '' };
  nostr.finalizeEvent(signed, key);
  parentPort?.postMessage({ id, event: signed } satisfies SigningAnswer);
});
