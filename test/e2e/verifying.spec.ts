import type { Page } from '@playwright/test';
import { connect, expectPictureOfOther, part } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

async function openVerify(page: Page, tab: 'number' | 'code' | 'emoji'): Promise<void> {
  await page.getByTestId('safety-open').first().click();
  await page.getByTestId(`verify-tab-${tab}`).click();
}

const emojiOf = (page: Page): Promise<string[]> =>
  page
    .getByTestId('verify-emoji')
    .evaluateAll((pictures) => pictures.map((picture) => picture.getAttribute('data-emoji') ?? ''));

async function inTwo(
  relay: () => Promise<{ url: string }>,
  app: (options: { relays: string[]; folder?: string }) => Promise<{ page: Page; folder: string }>,
): Promise<{ alice: Page; bob: Page }> {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await connect(alice.page, bob.page);
  return { alice: alice.page, bob: bob.page };
}

const trustOfOther = (page: Page): Promise<string | null> =>
  page.locator('[data-testid^="tile-"][data-trust]').first().getAttribute('data-trust');

test('six emoji are the same on both screens, and verify both', async ({ relay, app }) => {
  const { alice, bob } = await inTwo(relay, app);
  expect(await trustOfOther(alice)).toBe('new');
  await openVerify(alice, 'emoji');
  await alice.getByTestId('verify-emoji-start').click();
  await bob.getByTestId('emoji-asked-open').click();
  for (const page of [alice, bob]) await expect(page.getByTestId('verify-emoji')).toHaveCount(6);
  expect(await emojiOf(alice)).toEqual(await emojiOf(bob));
  await alice.getByTestId('verify-emoji-same').click();
  await bob.getByTestId('verify-emoji-same').click();
  for (const page of [alice, bob]) await expect.poll(() => trustOfOther(page)).toBe('verified');
});

test('numbers that differ end the link, with an alarm', async ({ relay, app }) => {
  const { alice, bob } = await inTwo(relay, app);
  await openVerify(alice, 'number');
  await expect(alice.getByTestId('safety-group')).toHaveCount(12);
  await alice.getByTestId('verify-number-differ').click();
  await expect(alice.getByTestId('verify-mismatch')).toBeVisible();
  await expect(bob.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(0, { timeout: 40_000 });
});

test('a copied number counts only from elsewhere, and only when the person says so', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await connect(alice.page, bob.page);
  const press = (): Promise<void> => alice.page.getByTestId('safety-compare-copied').click();
  const copies = (text: string): Promise<void> =>
    alice.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await openVerify(alice.page, 'number');
  await alice.page.getByTestId('safety-copy').click();
  await expect(alice.page.getByTestId('dialog-done')).toBeVisible();
  await press();
  await expect(alice.page.getByTestId('safety-copied-own-copy')).toBeVisible();
  await press();
  await expect(alice.page.getByTestId('safety-copied-nothing')).toBeVisible();
  await copies(`Bob: ${'12345 '.repeat(12)}`);
  await press();
  await expect(alice.page.getByTestId('safety-copied-no-match')).toBeVisible();

  await openVerify(bob.page, 'number');
  await bob.page.getByTestId('safety-copy').click();
  await expect(bob.page.getByTestId('dialog-done')).toBeVisible();
  await copies(`Bob: ${await bob.app.evaluate(({ clipboard }) => clipboard.readText())}`);
  await alice.page.setViewportSize({ width: 800, height: 600 });
  await press();
  const verdict = alice.page.getByTestId('safety-copied-match');
  await expect(verdict).toBeVisible();
  const [told, answers] = [
    await verdict.boundingBox(),
    await alice.page.locator('dialog footer').boundingBox(),
  ];
  expect((told?.y ?? 0) + (told?.height ?? 0)).toBeLessThanOrEqual(answers?.y ?? 0);
  expect(await trustOfOther(alice.page)).toBe('new');
  await alice.page.getByTestId('verify-number-same').click();
  await expect.poll(() => trustOfOther(alice.page)).toBe('verified');
});

test('a contact that was verified is known again in the next meeting', async ({ relay, app }) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await connect(alice.page, bob.page);
  await openVerify(alice.page, 'number');
  await alice.page.getByTestId('verify-number-same').click();
  await alice.page.getByTestId('verify-done').click();
  await expect.poll(() => trustOfOther(alice.page)).toBe('verified');
  await part(alice.page, bob.page);
  await expect(alice.page.getByTestId('contact-row').first()).toBeVisible();
  await connect(alice.page, bob.page);
  await expectPictureOfOther(alice.page);
  expect(await trustOfOther(alice.page)).toBe('verified');
  expect(await trustOfOther(bob.page)).toBe('met');
});
