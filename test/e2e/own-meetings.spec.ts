/** Meetings of one's own: opened again, with links for one person each and contacts who need not knock. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { freshFolder } from '../support/driver/app';
import {
  askToJoin,
  connect,
  expectPictureOf,
  expectPictureOfOther,
  hostMeeting,
  part,
} from '../support/driver/call';
import { answerDialogs, suggestedName } from '../support/driver/files';
import { expect, test } from '../support/driver/fixtures';

/** Makes a link for one person, and reads it where it is shown in full. */
async function linkFor(page: Page, label: string): Promise<string> {
  await page.getByTestId('invites-for').fill(label);
  await page.getByTestId('invites-make').click();
  const row = page.getByTestId('invite-personal').filter({ hasText: label });
  await row.getByTestId('invite-show').click();
  const link = await row.getByTestId('invite-text').innerText();
  await row.getByTestId('invite-show').click();
  return link.replace(/\s+/g, '');
}

const openInvites = (page: Page): Promise<void> => page.getByTestId('invite-people').first().click();

test('a link for one person lets in one person, and closing it hurts no other', async ({ relay, app }) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await hostMeeting(alice.page, 'Alice');
  await openInvites(alice.page);
  const [forBob, forEve] = [await linkFor(alice.page, 'Bob'), await linkFor(alice.page, 'Eve')];
  const rowForBob = alice.page.getByTestId('invite-personal').filter({ hasText: 'Bob' });
  const file = path.join(await freshFolder(), 'for Bob.vigil');
  await answerDialogs(alice.app, { save: file });
  await rowForBob.getByTestId('invite-show').click();
  await rowForBob.getByTestId('invite-save').click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => null)).toBe(`${forBob}\n`);
  // Names of files are listed and synced: this one tells nothing.
  expect(await suggestedName(alice.app)).toBe('invite.vigil');
  const rowForEve = alice.page.getByTestId('invite-personal').filter({ hasText: 'Eve' });
  await rowForEve.getByTestId('invite-close').click();
  await rowForEve.getByTestId('invite-close-stay').click();
  await expect(rowForEve).toHaveAttribute('data-closed', 'false');
  await rowForEve.getByTestId('invite-close').click();
  await rowForEve.getByTestId('invite-close-confirm').click();
  await expect(rowForEve).toHaveAttribute('data-closed', 'true');
  await alice.page.keyboard.press('Escape');
  await askToJoin(bob.page, forEve, 'Bob');
  await expect(bob.page.getByTestId('ended')).toBeVisible();
  await bob.page.getByTestId('ended-home').click();
  await askToJoin(bob.page, forBob, 'Bob');
  await expect(alice.page.getByTestId('knock-by-link')).toContainText('Bob');
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob.page);
  const eve = await app({ relays: [url] });
  await askToJoin(eve.page, forBob, 'Bob');
  await expect(eve.page.getByTestId('ended')).toBeVisible();
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
});

test('a host whose computer stopped opens the meeting again, as its host', async ({ relay, app }) => {
  const { url } = await relay();
  const folder = await freshFolder();
  const alice = await app({ relays: [url], folder });
  const bob = await app({ relays: [url] });
  await connect(alice.page, bob.page);
  const pid = alice.app.process().pid;
  if (pid === undefined) throw new Error('no process');
  process.kill(pid, 'SIGKILL');
  await alice.close().catch(() => undefined);
  const again = await app({ relays: [url], folder });
  await again.page.getByTestId('own-meeting-open').click();
  await expect(again.page.getByTestId('preview-title')).toHaveCount(0);
  await again.page.getByTestId('preview-enter').click();
  // Whoever was inside comes back without being asked about.
  await expectPictureOf(again.page, 'Bob');
  await expectPictureOf(bob.page, 'Alice');
  await expect(bob.page.getByTestId('lists-alarm')).toHaveCount(0);
  await again.page.getByTestId('control-people').click();
  await expect(again.page.getByTestId('replace-link')).toBeVisible();
});

test('a contact who is expected skips the waiting room', async ({ relay, app }) => {
  const { url } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  await connect(alice.page, bob.page);
  await part(alice.page, bob.page);
  const link = await hostMeeting(alice.page, 'Alice');
  await openInvites(alice.page);
  const row = alice.page.getByTestId('expected-contact').filter({ hasText: 'Bob' });
  await row.getByTestId('expect').click();
  await expect(row).toContainText('Skips the waiting room');
  await expect(row.getByTestId('expect')).toHaveCount(0);
  await alice.page.keyboard.press('Escape');
  await askToJoin(bob.page, link, 'Bob');
  await expectPictureOfOther(bob.page);
});
