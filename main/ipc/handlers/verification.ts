/** What the window may ask to find out who somebody is. */
import { VigilError } from '../../../shared/errors';
import type { Clipboards } from '../../clipboard/clipboards';
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';

type VerifyingRequest =
  | 'meeting:safety-number'
  | 'meeting:copy-safety-number'
  | 'meeting:compare-copied-number'
  | 'meeting:compared-number'
  | 'meeting:own-code'
  | 'meeting:scanned-code'
  | 'meeting:emoji'
  | 'meeting:copy-group-code'
  | 'meeting:compared-group'
  | 'meeting:decide-key';

export function verificationHandlers(
  runner: MeetingRunner,
  clipboards: Clipboards,
): Pick<Handlers, VerifyingRequest> {
  return {
    'meeting:safety-number': ({ peerId }) => runner.safetyNumber(peerId),
    'meeting:copy-safety-number': async ({ peerId }) => {
      await clipboards.numbers.copy(runner.safetyNumber(peerId).groups);
    },
    'meeting:compare-copied-number': async ({ peerId }) => ({
      verdict: await clipboards.numbers.compare(runner.safetyNumber(peerId).groups),
    }),
    'meeting:compared-number': ({ peerId, same }) => {
      runner.verifying.comparedNumber(peerId, same);
    },
    'meeting:own-code': ({ peerId }) => ({ text: runner.verifying.ownCode(peerId) }),
    'meeting:scanned-code': ({ peerId, text }) => runner.verifying.scannedCode(peerId, text),
    'meeting:emoji': ({ peerId, act }) => {
      runner.verifying.emoji(peerId, act);
    },
    'meeting:copy-group-code': async () => {
      const { view } = runner;
      if (view.phase !== 'inside' || view.groupCode === null) throw new VigilError('no-meeting');
      await clipboards.copy(view.groupCode.join(' '));
    },
    'meeting:compared-group': ({ code }) => {
      runner.verifying.comparedGroup(code);
    },
    'meeting:decide-key': ({ peerId, as }) => {
      runner.verifying.decideKey(peerId, as);
    },
  };
}
