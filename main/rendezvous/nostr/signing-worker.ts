/** Signs what it is handed, one after the other, for as long as the app runs. */
import { parentPort } from 'node:worker_threads';
import { finalizeEvent } from 'nostr-tools/pure';
import type { SigningAnswer, SigningRequest } from './signing';

parentPort?.on('message', ({ id, event, key }: SigningRequest) => {
  parentPort?.postMessage({ id, event: finalizeEvent(event, key) } satisfies SigningAnswer);
});
