/** How this app finds others and reaches them: told as it is, kept as it was chosen, and reported without secrets. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { freshFolder } from '../support/driver/app';
import { connect, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

const DEAD = 'ws://127.0.0.1:9';

async function openInMeeting(page: Page, name: 'connection' | 'happening'): Promise<void> {
  await page.getByTestId('meeting-menu').click();
  await page.getByTestId(`meeting-menu-${name}`).click();
  await expect(page.getByTestId(`${name}-dialog`)).toBeVisible();
}

/** The answer to the system's question for a file. */
async function chooses(electron: ElectronApplication, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

test('a way that is switched off stays off, and so do own nodes once they are some', async ({ app }) => {
  const folder = await freshFolder();
  const first = await app({ relays: [DEAD], folder });
  await first.page.getByTestId('connection-open').click();
  await first.page.getByTestId('transport-switch-dht').click();
  await expect(first.page.getByTestId('transport-switch-dht')).not.toBeChecked();
  await first.page.getByTestId('dht-nodes').fill('node.example:0');
  await first.page.getByTestId('dht-nodes-save').click();
  await expect(first.page.getByTestId('dht-nodes-problem')).toBeVisible();
  await first.page.getByTestId('dht-nodes').fill('Node.example:49737 127.0.0.1:4000');
  await first.page.getByTestId('dht-nodes-save').click();
  await expect(first.page.getByTestId('notice')).toBeVisible();
  await first.close();

  const second = await app({ relays: [DEAD], folder });
  await second.page.getByTestId('connection-open').click();
  await expect(second.page.getByTestId('transport-switch-dht')).not.toBeChecked();
  await expect(second.page.getByTestId('transport-switch-nostr')).toBeChecked();
  await expect(second.page.getByTestId('dht-nodes')).toHaveValue('node.example:49737 127.0.0.1:4000');
});

test('a dead relay and a working one are told apart during a meeting, and the loss of the last one', async ({
  app,
  relay,
}) => {
  const working = await relay();
  const { page } = await app({ relays: [working.url, DEAD] });
  const head = page.getByTestId('connection-head');
  const rowOf = (url: string) => page.getByTestId('relay-row').filter({ hasText: new URL(url).host });
  await page.getByTestId('connection-open').click();
  await expect(head).toHaveAttribute('data-state', 'idle');
  await page.locator('.top button').first().click();

  await hostMeeting(page, 'Alice');
  await openInMeeting(page, 'connection');
  await expect(head).toHaveAttribute('data-state', 'ready');
  await expect(rowOf(working.url)).toHaveAttribute('data-state', 'works');
  await expect(rowOf(DEAD)).toHaveAttribute('data-state', 'trying');
  await expect(page.getByTestId('transport-nostr')).toHaveAttribute('data-state', 'works');

  await working.close();
  await expect(rowOf(working.url)).toHaveAttribute('data-state', 'silent', { timeout: 40_000 });
  await expect(page.getByTestId('relays-silent')).toContainText(new URL(working.url).host);
  await expect(head).toHaveAttribute('data-state', 'trying');
  await page.getByTestId('connection-close').click();
  await expect(page.getByTestId('meeting')).toBeVisible();
});

test('a relay that refuses says why, and nobody is told that it works', async ({ app, relay }) => {
  const [working, paid, deaf] = await Promise.all([
    relay(),
    relay({ conduct: { answersEvents: { words: 'restricted: members only' } } }),
    relay({ conduct: { passesOn: false } }),
  ]);
  const { page } = await app({ relays: [working.url, paid.url, deaf.url] });
  const rowOf = (url: string) => page.getByTestId('relay-row').filter({ hasText: new URL(url).host });
  const reasonOf = (url: string) => rowOf(url).getByTestId('relay-refusal');
  await hostMeeting(page, 'Alice');
  await openInMeeting(page, 'connection');
  await expect(rowOf(working.url)).toHaveAttribute('data-state', 'works');
  await expect(reasonOf(paid.url)).toHaveAttribute('data-reason', 'members-only');
  await expect(reasonOf(deaf.url)).toHaveAttribute('data-reason', 'swallows');
  await expect(rowOf(paid.url)).toHaveAttribute('data-state', 'refuses');
  await expect(page.getByTestId('relays-silent')).toContainText('2');
});

test('what happens in a meeting: who reads it, by which key, and a report without any of them', async ({
  app,
  relay,
}) => {
  const own = await relay();
  const alice = await app({ relays: [own.url] });
  const bob = await app({ relays: [own.url] });
  const names = { host: 'Alice Wonderland', guest: 'Bob Underhill' };
  const { page } = alice;
  const link = await connect(page, bob.page, names);

  await page.getByTestId('privacy-chip').click();
  for (const name of Object.values(names)) await expect(page.getByTestId('readers')).toContainText(name);
  await expect(page.getByTestId('link-row')).toHaveCount(1);
  await page.getByTestId('technical-details').click();
  await expect(page.getByTestId('epoch')).toBeVisible();
  await expect(page.getByTestId('epoch')).toHaveText(/\d/);
  const before = await page.getByTestId('epoch').innerText();

  await page.getByTestId('happening-close').click();
  await openInMeeting(page, 'connection');
  await page.getByTestId('report-open').click();
  const shown = await page.getByTestId('report-dialog').locator('pre').innerText();
  const file = path.join(await freshFolder(), 'report.txt');
  await chooses(alice.app, file);
  await page.getByTestId('report-save').click();
  await expect(page.getByTestId('report-dialog')).toHaveCount(0);
  const saved = await readFile(file, 'utf8');
  expect(saved.trim()).toBe(shown.trim());
  expect(saved).toContain('1 open');
  const secrets = [
    link,
    link.slice(-20),
    ...Object.values(names),
    own.url,
    new URL(own.url).host,
    '127.0.0.1',
  ];
  for (const secret of secrets) expect(saved).not.toContain(secret);

  await page.getByTestId('connection-close').click();
  await bob.page.getByTestId('control-leave').click();
  await page.getByTestId('privacy-chip').click();
  await page.getByTestId('technical-details').click();
  await expect(page.getByTestId('epoch')).toBeVisible();
  await expect(page.getByTestId('epoch')).not.toHaveText(before);
  await expect(page.getByTestId('link-row')).toHaveCount(0);
});
