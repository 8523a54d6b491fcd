/** What a person may ask about private mode. */
import type { VigilBridge } from '../../../shared/ipc';
import type { ErrorCode } from '../contract';

export interface PrivateModeActions {
  /** Null: Vigil ends now and starts again. */
  setPrivateMode: (on: boolean, proxy: string) => Promise<ErrorCode | null>;
  /** Resolves when the proxy has answered, or had its time; the app's view says which. */
  checkProxy: () => Promise<void>;
}

export function createPrivateModeActions({ request }: VigilBridge): PrivateModeActions {
  return {
    setPrivateMode: async (on, proxy) => {
      const outcome = await request['private-mode:set']({ on, proxy });
      return outcome.ok ? null : outcome.code;
    },
    checkProxy: async () => {
      await request['private-mode:check'](undefined);
    },
  };
}
