/** What the window may ask about how others are reached: private mode, and a report about all ways. */
import { systemClocks } from '../../clocks';
import { utf8 } from '../../../shared/crypto/sodium';
import { VigilError } from '../../../shared/errors';
import type { AppView } from '../../../shared/ipc';
import { composeReport } from '../../connection-report';
import type { Handlers } from '../server';
import type { MeetingRunner } from '../../meeting/runner';
import type { PrivateMode } from '../../private-mode/private-mode';
import { saveUserFile } from '../../files/user-files';

type ConnectionRequest = Extract<keyof Handlers, `report:${string}` | `private-mode:${string}`>;

export interface ConnectionHandlersOptions {
  app: () => AppView;
  runner: MeetingRunner;
  privateMode: PrivateMode;
  /** In a meeting the way that its links take must not change. */
  isBusy: () => boolean;
}

export function connectionHandlers(options: ConnectionHandlersOptions): Pick<Handlers, ConnectionRequest> {
  const { runner, privateMode, isBusy } = options;
  /** As it was shown last: what was read is what is saved. */
  let report: string | null = null;
  return {
    'report:compose': ({ paths }) => {
      const { view: meeting, drops } = runner;
      const system = { platform: process.platform, arch: process.arch };
      report = composeReport({ app: options.app(), meeting, drops, paths, system, now: systemClocks.wall() });
      return { text: report };
    },
    'report:save': async () => {
      if (report === null) throw new VigilError('bad-request');
      const text = utf8(report);
      const suggestedName = 'vigil-connection.txt';
      return {
        saved: await saveUserFile({ suggestedName, contents: () => text, notWritten: 'file-not-written' }),
      };
    },
    'private-mode:set': async ({ on, proxy }) => {
      if (isBusy()) throw new VigilError('already-in-meeting');
      await privateMode.set(on, proxy);
    },
    'private-mode:check': async () => ({ answers: await privateMode.check() }),
    'private-mode:reach': async ({ url }) => ({ reach: await privateMode.reach(url) }),
  };
}
