/** Passing two texts by hand, as a person copies and pastes them. */
import type { Page } from '@playwright/test';
import { expect } from '../../support/driver/patience';
import type { RunningApp } from '../../support/driver/app';

async function copied({ app, page }: RunningApp): Promise<string> {
  const clipboard = (): Promise<string> => app.evaluate(({ clipboard: board }) => board.readText());
  // What was copied before would be taken for the new text.
  await app.evaluate(async ({ clipboard: board }) => board.writeText('-'));
  await page.getByTestId('hand-copy').click({ timeout: 30_000 });
  await expect.poll(clipboard, { timeout: 30_000 }).toMatch(/^vigil:/);
  return clipboard();
}

export async function inviteByHand(one: RunningApp): Promise<string> {
  const { page } = one;
  if (!(await page.getByTestId('people-panel').isVisible())) await page.getByTestId('control-people').click();
  await page.getByTestId('people-by-hand').click();
  const state = page.getByTestId('by-hand-state');
  await state.waitFor();
  // One that still connects is shown again: whoever was invited by it came in by another way.
  if ((await state.getAttribute('data-state')) === 'connecting')
    await page.getByTestId('by-hand-another').click();
  return copied(one);
}

/** Of somebody who has asked to join by such an invitation; null: another way was faster, nobody needs an answer. */
export async function answerByHand(one: RunningApp): Promise<string | null> {
  const { page } = one;
  const inside = page.getByTestId('meeting');
  const answer = page.locator('[data-testid="hand-answer"][data-state="ready"]');
  await inside.or(answer).first().waitFor({ timeout: 30_000 });
  const isInside = inside.waitFor({ timeout: 30_000 }).then(() => null);
  // Each may fail where the other was first.
  return Promise.any([copied(one), isInside]);
}

export async function takeAnswer(page: Page, text: string): Promise<void> {
  await page.getByTestId('by-hand-answer').fill(text);
  await page.getByTestId('by-hand-connect').click();
}

export async function closeByHand(page: Page): Promise<void> {
  await page.getByTestId('by-hand-close').first().click();
}
