/** Keeps nothing of meetings that somebody makes: for runners whose meetings nobody opens again. */
import { randomBytes, type Secret } from '../../../shared/crypto/sodium';
import type { RunnerOptions } from '../../../main/meeting/runner-options';

export const forgetful: RunnerOptions['ownMeetings'] = {
  begin: (_, hostKeySeed) => ({
    ...{ role: 'host', own: '', hostKeySeed },
    perMeetingSeed: randomBytes(32) as Secret<'per-meeting seed'>,
  }),
  runs: () => undefined,
  follow: () => undefined,
};
