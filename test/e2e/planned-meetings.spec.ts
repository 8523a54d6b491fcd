/** Meetings made ahead of time: planned without a word to anybody, and begun later. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { freshFolder, type RunningApp } from '../support/driver/app';
import {
  askToJoin,
  connect,
  expectPictureOfOther,
  hostMeeting,
  part,
  pasteLink,
} from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

const DAY = 86_400_000;
const dayAhead = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const copiedBy = ({ app }: RunningApp): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

/** Saves the calendar's file, and reads it with its long lines put together. */
async function calendarOf({ app, page }: RunningApp, file: string): Promise<string> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);
  await page.getByTestId('planned-save').click();
  await expect(page.getByTestId('dialog-done')).toContainText('Saved');
  const text = await readFile(file, 'utf8');
  return text.replaceAll('\r\n ', '');
}

test('a meeting is planned without a word to anybody, and begun later by its link', async ({
  relay,
  app,
}) => {
  let visits = 0;
  const { url } = await relay({ visited: () => (visits += 1) });
  const folder = await freshFolder();
  const alice = await app({ relays: [url], folder });
  const { page } = alice;
  const visitsBefore = visits;
  await page.getByTestId('home-plan').click();
  await page.getByTestId('plan-title').fill('Reading, circle; 燭');
  await page.getByTestId('plan-day').fill(dayAhead(1));
  await page.getByTestId('plan-zone').selectOption('Asia/Tokyo');
  await page.getByTestId('plan-time').fill('19:30');
  await page.getByTestId('plan-works').selectOption('week');
  await page.getByTestId('plan-note').fill('We start when everyone is here.\nBring chapter four.');
  await page.getByTestId('plan-submit').click();
  const dialog = page.getByTestId('planned');
  await expect(dialog).toContainText('Meeting planned');
  await expect(dialog).toContainText('Nothing has been sent yet.');
  const shown = page.getByTestId('planned-text');
  await expect(shown).toContainText('vigil://join/');
  await expect(shown).toContainText('Reading, circle; 燭');
  await expect(shown).toContainText('7:30 PM, Tokyo (UTC+9)');
  // Tried out before it is chosen: the file of the calendar, without the link and with it.
  const file = path.join(folder, 'meeting.ics');
  const without = await calendarOf(alice, file);
  expect(without).toContain('SUMMARY:Reading\\, circle\\; 燭\r\n');
  expect(without).toContain(`DTSTART:${dayAhead(1).replaceAll('-', '')}T103000Z\r\n`);
  expect(without).not.toContain('vigil:');
  await page.getByTestId('planned-with-link').check();
  expect(await calendarOf(alice, file)).toContain('DESCRIPTION:vigil://join/');
  await page.getByTestId('planned-copy').click();
  await expect(page.getByTestId('dialog-done')).toContainText('Copied');
  expect(await copiedBy(alice)).toBe((await shown.innerText()).trim());
  await page.getByTestId('planned-as-link').check();
  const link = (await shown.innerText()).trim();
  expect(link).toMatch(/^vigil:\/\/join\/[\w-]+$/u);
  await page.getByTestId('planned-copy').click();
  await expect.poll(() => copiedBy(alice)).toBe(link);
  expect(visits).toBe(visitsBefore);
  await page.getByTestId('planned-done').click();
  await expect(page.getByTestId('upcoming-meeting')).toContainText('Reading, circle; 燭');
  await alice.close();

  const again = await app({ relays: [url], folder });
  const row = again.page.getByTestId('upcoming-meeting');
  await expect(row).toContainText('(7:30 PM in Tokyo)');
  await row.getByTestId('upcoming-open').click();
  await again.page.getByTestId('preview-name').fill('Alice');
  await again.page.getByTestId('preview-enter').click();
  await expect(again.page.getByTestId('meeting')).toBeVisible();
  const bob = await app({ relays: [url] });
  await askToJoin(bob.page, link, 'Bob');
  await expect(bob.page.getByTestId('host-note')).toContainText('We start when everyone is here.');
  await again.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob.page);
});

test('what cannot be planned is said at its field, and a plan is forgotten on request', async ({ app }) => {
  const { page } = await app({ relays: [] });
  await page.getByTestId('home-plan').click();
  const dialog = page.getByTestId('plan');
  await page.getByTestId('plan-day').fill(dayAhead(-2));
  await page.getByTestId('plan-title').fill('燭'.repeat(22));
  await page.getByTestId('plan-submit').click();
  await expect(dialog).toContainText('This time is past.');
  await expect(dialog).toContainText('Title too long. Shorten it.');
  await expect(page.getByTestId('plan-title')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('plan-day').fill(dayAhead(29));
  await page.getByTestId('plan-title').fill('Choir');
  await page.getByTestId('plan-works').selectOption('week');
  await page.getByTestId('plan-submit').click();
  await expect(dialog).toContainText('A link can work for 30 days at most.');
  await page.getByTestId('plan-works').selectOption('longest');
  await page.getByTestId('plan-title').press('Enter');
  await expect(page.getByTestId('planned')).toBeVisible();
  await page.keyboard.press('Escape');
  const row = page.getByTestId('upcoming-meeting');
  await expect(row).toContainText('Choir');
  await row.getByTestId('upcoming-forget').click();
  await page.getByTestId('forget-meeting-confirm').click();
  await expect(row).toHaveCount(0);
});

test('links are offered as addresses of a page that is set, and such an address is pasted like any link', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const { page } = alice;
  await page.getByTestId('settings-open').click();
  const field = page.getByTestId('settings-invite-page');
  await field.fill('http://example.org/join.html');
  await page.getByTestId('settings-save-invite-page').click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('https://example.org/join.html');
  await page.getByTestId('settings-save-invite-page').click();
  await expect(page.getByTestId('settings-save-invite-page')).toBeDisabled();
  await page.getByRole('button', { name: 'Home' }).click();
  await page.getByTestId('home-plan').click();
  await page.getByTestId('plan-submit').click();
  await page.getByTestId('planned-as-page').check();
  await expect(page.getByTestId('planned-text')).toContainText('https://example.org/join.html#Ag');
  await page.getByTestId('planned-done').click();

  const link = await hostMeeting(page, 'Alice', 'Reading circle');
  await page.getByTestId('invite-copy-page').click();
  const address = `https://example.org/join.html#${link.replace('vigil://join/', '')}`;
  await expect.poll(() => copiedBy(alice)).toBe(address);
  await pasteLink(bob.page, `Join us: ${address}`);
  await expect(bob.page.getByTestId('preview-name')).toBeVisible();
  await expect(bob.page.locator('blockquote')).toHaveText('Reading circle');
});

test('a contact is called in two clicks: the link is copied, and only that contact need not wait', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await connect(alice.page, bob.page);
  await part(alice.page, bob.page);
  const before = await copiedBy(alice);
  await alice.page.getByTestId('contact-row').filter({ hasText: 'Bob' }).getByTestId('contact-call').click();
  await expect(alice.page.getByTestId('call')).toContainText('Vigil cannot ring');
  await alice.page.getByTestId('call-start').click();
  await expect(alice.page.getByTestId('meeting')).toBeVisible();
  await expect.poll(() => copiedBy(alice)).not.toBe(before);
  const link = await copiedBy(alice);
  expect(link).toMatch(/^vigil:\/\/join\//u);
  const carol = await app({ relays: [url] });
  await askToJoin(carol.page, link, 'Bob');
  await expect(alice.page.getByTestId('knock-card')).toBeVisible();
  await askToJoin(bob.page, link, 'Bob');
  await expectPictureOfOther(bob.page);
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(1);
});
