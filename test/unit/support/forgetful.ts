/** Keeps nothing of meetings that somebody makes: for runners whose meetings nobody opens again. */
import type { RunnerOptions } from '../../../main/meeting/runner';

export const forgetful: RunnerOptions['ownMeetings'] = {
  begin: (_, hostKeySeed) => ({ role: 'host', own: '', hostKeySeed }),
  runs: () => undefined,
  follow: () => undefined,
};
