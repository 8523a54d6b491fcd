/** Playwright fixtures: relays and apps that end with the test, however it ends. */
import { rm } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { startRelay, type Relay, type RelayOptions } from '../../tools/relay/relay';
import { freshFolder, startApp, type AppOptions, type RunningApp } from './app';

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
  app: async ({}, use) => {
    const apps: RunningApp[] = [];
    await use(async (options) => {
      const app = await startApp(options);
      apps.push(app);
      return app;
    });
    await Promise.all(apps.map((app) => app.close()));
  },
});

export { expect } from './patience';
