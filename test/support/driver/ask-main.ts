/** Node's inspector now and then loses a promise that it waits for, with nothing wrong in the app. */
import type { ElectronApplication } from '@playwright/test';

const LOST = 'promise was garbage collected';
const TRIES = 3;

/** What is asked of the main process by tests either reads or can be done twice. */
export function askAgainIfLost(app: ElectronApplication): void {
  const evaluate = app.evaluate.bind(app) as (...question: unknown[]) => Promise<unknown>;
  const ask = async (...question: unknown[]): Promise<unknown> => {
    for (let tries = 1; ; tries++) {
      try {
        return await evaluate(...question);
      } catch (error) {
        if (tries === TRIES || !(error instanceof Error) || !error.message.includes(LOST)) throw error;
      }
    }
  };
  Object.assign(app, { evaluate: ask });
}
