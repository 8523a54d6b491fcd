/** Recording for oneself, by what is on screen. */
import type { Page } from '@playwright/test';
import { expect } from './patience';

/** Nothing that reaches a window in 700 ms is clicked in it. */
const SETTLED_MS = 800;

/** Up to the question at everybody else. @param passphrase null: the file is not encrypted. */
export async function startRecording(page: Page, passphrase: string | null): Promise<void> {
  await page.getByTestId('meeting-menu').click();
  await page.getByTestId('meeting-menu-record').click();
  const dialog = page.getByTestId('record-dialog');
  await expect(dialog).toBeVisible();
  if (passphrase !== null) {
    await dialog.getByTestId('record-encrypt').check();
    await dialog.getByTestId('record-passphrase').fill(passphrase);
    await dialog.getByTestId('record-again').fill(passphrase);
  }
  await dialog.getByTestId('record-confirm').click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('recording-bar')).toBeVisible();
}

export async function answerRecorder(page: Page, answer: 'leave' | 'dark' | 'stay'): Promise<void> {
  await expect(page.getByTestId('recording-ask')).toBeVisible();
  await page.waitForTimeout(SETTLED_MS);
  await page.getByTestId(`recording-${answer}`).click();
  await expect(page.getByTestId('recording-ask')).toHaveCount(0);
}
