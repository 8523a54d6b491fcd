/** How long what drives the app waits for what it expects: long enough for a computer that is busy with other things. */
import { expect as impatient } from '@playwright/test';

/** Ends what hangs, and decides nothing else. Milliseconds. */
export const PATIENCE_MS = 120_000;

/** Outside a test of Playwright there is no configuration: without this it gives up after five seconds. */
export const expect = impatient.configure({ timeout: PATIENCE_MS });
