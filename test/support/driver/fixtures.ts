/** Playwright fixtures: relays and apps that end with the test, however it ends. */
import { rm } from 'node:fs/promises';
import { test as base, type Page } from '@playwright/test';
import { startRelay, type Relay, type RelayOptions } from '../../../main/volunteer-server/relay/relay';
import { freshFolder, startApp, type AppOptions, type RunningApp } from './app';

const LOOK_MS = 5000;

export interface Fixtures {
  /** Starts a relay on loopback. */
  relay: (options?: RelayOptions) => Promise<Relay>;
  /** Starts the app in a fresh profile, or in the one that is named. */
  app: (options: AppOptions) => Promise<RunningApp>;
  /** For files that the app reads, such as a picture in place of a camera; it goes with the test. */
  mediaFolder: string;
}

export const test = base.extend<Fixtures>({
  mediaFolder: async ({}, use) => {
    const folder = await freshFolder();
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 20 });
  },
  relay: async ({}, use) => {
    const relays: Relay[] = [];
    await use(async (options) => {
      const relay = await startRelay(options);
      relays.push(relay);
      return relay;
    });
    await Promise.all(relays.map((relay) => relay.close()));
  },
  app: async ({}, use, info) => {
    const apps: RunningApp[] = [];
    await use(async (options) => {
      const app = await startApp(options);
      apps.push(app);
      return app;
    });
    if (info.status !== info.expectedStatus)
      for (const [index, { page }] of apps.entries())
        console.log(`App ${String(index + 1)} at the end: ${await whereItIs(page)}`);
    await Promise.all(apps.map((app) => app.close()));
  },
});

/** For whoever looks for the reason of a failure: where the window is, and the report, which holds no names or keys. */
async function whereItIs(page: Page): Promise<string> {
  const view = page.evaluate(async () => {
    const answer = await window.vigil.request['meeting:get'](undefined);
    if (!answer.ok) return answer.code;
    const { value } = answer;
    const report = await window.vigil.request['report:compose']({ paths: [] });
    return `${value.phase}${'reason' in value ? `, ${value.reason}` : ''}\n${report.ok ? report.value.text : ''}`;
  });
  const late = new Promise<string>((resolve) => setTimeout(resolve, LOOK_MS, 'it does not answer'));
  return Promise.race([view.catch(() => 'it is gone'), late]);
}

export { expect } from './patience';
