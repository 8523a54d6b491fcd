/** The order of unit test files: those that take long begin, so that no worker is left alone with one at the end. */
import { BaseSequencer } from 'vitest/node';

/** @typedef {import('vitest/node').TestSpecification} TestSpecification */

/** Longest first; where nothing was measured yet, Vitest would go by the size of files. */
const LONG = [
  'shared/meeting/simulation/hundred',
  'shared/meeting/simulation/simulation',
  'main/rendezvous/nostr/useless-relays',
  'main/vault/vault-robust',
  'main/rendezvous/dht/',
  'renderer/call/frames/browser',
  'renderer/call/connection/patience',
  'renderer/qr/photographs',
  'main/rendezvous/nostr/relay-profiles',
  'shared/meeting/doors',
  'shared/meeting/simulation/',
  'shared/noise/mlkem',
  'shared/verification/grinder',
];

/** @param {TestSpecification} file */
function rank({ moduleId }) {
  const at = LONG.findIndex((name) => moduleId.includes(`/unit/${name}`));
  return at < 0 ? LONG.length : at;
}

export class LongestFirst extends BaseSequencer {
  /**
   * @override
   * @param {TestSpecification[]} files
   */
  async sort(files) {
    const usual = await super.sort(files);
    return usual.sort((one, other) => rank(one) - rank(other));
  }
}
