import type { Page } from '@playwright/test';
import { join, expectPictureOf, expectPictureOfOther, hostMeeting, pasteLink } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import type { RunningApp } from '../support/driver/app';

/** Nothing listens there: no relay, no DHT and no multicast helps anybody. */
const dead = { relays: ['ws://127.0.0.1:1'] };

const clipboardOf = ({ app }: RunningApp): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

const inviteByHand = async (page: Page): Promise<void> => {
  await page.getByTestId('invite-by-hand').click();
  await expect(page.getByTestId('hand-code')).toBeVisible();
};

const copyText = async (one: RunningApp): Promise<string> => {
  await one.page.getByTestId('hand-copy').click();
  await expect.poll(() => clipboardOf(one)).toMatch(/^vigil:/);
  return clipboardOf(one);
};

const askWith = async (page: Page, name: string): Promise<void> => {
  await page.getByTestId('preview-name').fill(name);
  await page.getByTestId('preview-enter').click();
  await expect(page.getByTestId('hand-answer')).toHaveAttribute('data-state', 'ready');
};

const giveAnswer = async (page: Page, text: string): Promise<void> => {
  await page.getByTestId('by-hand-answer').fill(text);
  await page.getByTestId('by-hand-connect').click();
};

test('two people meet by copying two texts, while no relay works', async ({ app }) => {
  const alice = await app(dead);
  const bob = await app(dead);
  await hostMeeting(alice.page, 'Alice', 'By candlelight');
  await inviteByHand(alice.page);
  const invitation = await copyText(alice);
  expect(invitation).toMatch(/^vigil:\/\/meet\/[\w-]{200,}$/);
  expect(invitation.length).toBeLessThanOrEqual(400);

  await pasteLink(bob.page, `Come:\n${invitation}`);
  await expect(bob.page.getByText('By candlelight')).toBeVisible();
  await askWith(bob.page, 'Bob');
  const answer = await copyText(bob);
  expect(answer).toMatch(/^vigil:\/\/answer\//);

  // What was mixed up is told, and the invitation goes on waiting.
  const problem = alice.page.getByTestId('by-hand-problem');
  await giveAnswer(alice.page, invitation);
  await expect(problem).toContainText('your own invitation');
  await giveAnswer(alice.page, answer.slice(0, -20));
  await expect(problem).toContainText('Part of this answer is missing');
  await giveAnswer(alice.page, answer);
  await expect(alice.page.getByTestId('by-hand-state')).toHaveAttribute('data-state', 'connected');
  await expect(bob.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  await giveAnswerAgain(alice.page, answer);

  await alice.page.getByTestId('knock-admit').click();
  await Promise.all([expectPictureOfOther(alice.page), expectPictureOfOther(bob.page)]);
  // Nobody but the two is there, and the hand-made link is gone.
  await expect(alice.page.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(1);
  await expect
    .poll(() =>
      alice.page.evaluate(async () => (await window.vigil.request['app:get'](undefined)) as unknown),
    )
    .toMatchObject({
      value: {
        transports: expect.arrayContaining([expect.objectContaining({ transport: 'paste', state: 'idle' })]),
      },
    });
});

/** An answer connects once. */
async function giveAnswerAgain(page: Page, answer: string): Promise<void> {
  await page.getByTestId('by-hand-another').click();
  await expect(page.getByTestId('by-hand-answer')).toBeVisible();
  await giveAnswer(page, answer);
  await expect(page.getByTestId('by-hand-problem')).toContainText('No invitation waits');
  await page.getByTestId('by-hand-end').click();
}

test('side by side: both codes are read from pictures of the screens', async ({ app }) => {
  const alice = await app(dead);
  const bob = await app(dead);
  await hostMeeting(alice.page, 'Alice');
  await inviteByHand(alice.page);
  const photograph = async (page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> => ({
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: await page.screenshot(),
  });
  await bob.page.getByTestId('home-link-image-file').setInputFiles(await photograph(alice.page));
  await askWith(bob.page, 'Bob');
  await alice.page.getByTestId('by-hand-image-file').setInputFiles(await photograph(bob.page));
  await expect(alice.page.getByTestId('by-hand-state')).toHaveAttribute('data-state', 'connected');
  await alice.page.getByTestId('by-hand-close').click();
  await alice.page.getByTestId('knock-admit').click();
  await expectPictureOfOther(bob.page);
});

test('a co-host invites by hand, and the guest meets everybody although the relay is gone', async ({
  relay,
  app,
}) => {
  const { url, close } = await relay();
  const [alice, bob] = [await app({ relays: [url] }), await app({ relays: [url] })];
  const carol = await app(dead);
  const link = await hostMeeting(alice.page, 'Alice');
  await join(alice.page, bob.page, link, 'Bob');
  await alice.page.getByTestId('control-people').click();
  await bob.page.getByTestId('control-people').click();
  await expect(bob.page.getByTestId('people-by-hand')).toHaveCount(0);
  await alice.page.getByTestId('member-menu').first().click();
  await alice.page.getByTestId('member-menu-co-host').click();
  await close();

  await bob.page.getByTestId('people-by-hand').click();
  await pasteLink(carol.page, await copyText(bob));
  await askWith(carol.page, 'Carol');
  await giveAnswer(bob.page, await copyText(carol));
  await expect(carol.page.getByTestId('knock-step')).toHaveAttribute('data-step', 'asked');
  await bob.page.getByTestId('by-hand-close').click();
  await bob.page.getByTestId('knock-admit').first().click();
  await Promise.all([
    expectPictureOf(carol.page, 'Alice'),
    expectPictureOf(carol.page, 'Bob'),
    expectPictureOf(alice.page, 'Carol'),
  ]);
});
