/** Attaches to an app that nobody here has launched, by the door of its browser. */
import { chromium, errors, type Browser } from '@playwright/test';

const ATTEMPTS = 3;

/**
 * An app that is still making its first window can leave a target half announced, for which Playwright waits in vain:
 * then all is asked once more.
 * @param door the address of the browser's DevTools.
 */
export async function attachTo(door: string, left = ATTEMPTS): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(door);
  } catch (error) {
    if (left <= 1 || !(error instanceof errors.TimeoutError)) throw error;
    return attachTo(door, left - 1);
  }
}
