/** Chat, hands and silences, by what is on screen. */
import type { Page } from '@playwright/test';
import { expect } from './patience';

export async function openChat(page: Page): Promise<void> {
  if (!(await page.getByTestId('chat-panel').isVisible())) await page.getByTestId('control-chat').click();
  await expect(page.getByTestId('chat-panel')).toBeVisible();
}

/** @param to the name of one, or null for all. */
export async function writeMessage(page: Page, text: string, to: string | null = null): Promise<void> {
  await openChat(page);
  const receiver = page.getByTestId('chat-to');
  if (to === null) await receiver.selectOption('');
  else {
    const value = await receiver.locator('option', { hasText: to }).getAttribute('value');
    await receiver.selectOption(value ?? '');
  }
  await page.getByTestId('chat-input').fill(text);
  await page.getByTestId('chat-input').press('Enter');
  await expect(page.getByTestId('chat-input')).toHaveValue('');
}

/** The texts in their order, as soon as there are so many. */
export async function textsAt(page: Page, count: number): Promise<string[]> {
  await openChat(page);
  await expect(page.getByTestId('chat-text')).toHaveCount(count);
  return page.getByTestId('chat-text').allInnerTexts();
}

export async function openPeople(page: Page): Promise<void> {
  if (!(await page.getByTestId('people-panel').isVisible())) await page.getByTestId('control-people').click();
  await expect(page.getByTestId('people-panel')).toBeVisible();
}

/** Whose hands are up, the first one first, as soon as there are so many. */
export async function handsAt(page: Page, count: number): Promise<string[]> {
  await openPeople(page);
  await expect(page.getByTestId('hand')).toHaveCount(count);
  return page.getByTestId('hand').locator('bdi').allInnerTexts();
}

/** The host silences somebody, or lets this person speak again. */
export async function switchSilence(host: Page, name: string): Promise<void> {
  await openPeople(host);
  const member = host.locator('[data-testid^="member-"][data-role]', { hasText: name });
  await member.getByTestId('member-menu').click();
  await member.getByTestId('member-menu-silence').click();
}
