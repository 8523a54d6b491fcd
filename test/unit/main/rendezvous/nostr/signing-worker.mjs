/** The worker as it stands in the sources, in a thread that has no bundle. */
import { register } from 'tsx/esm/api';

register();
await import('../../../../../main/rendezvous/nostr/signing-worker');
