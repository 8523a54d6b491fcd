import { askToJoin, hostMeeting } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

test('one list verifies everybody: emoji first, closed by button or Esc alone, void once the group changes', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  // Without camera and microphone: four of them are much for one computer.
  const one = () => app({ relays: [url], switches: [] });
  const [alice, bob, carol, dave] = [await one(), await one(), await one(), await one()];
  const { page } = alice;
  const link = await hostMeeting(page, 'Alice');
  await page.getByTestId('control-people').click();
  await page.getByTestId('lobby-switch').click();
  for (const [guest, name] of [
    [bob, 'Bob'],
    [carol, 'Carol'],
    [dave, 'Dave'],
  ] as const) {
    await askToJoin(guest.page, link, name);
    await expect(page.locator('[data-testid^="tile-"]', { hasText: name })).toBeVisible();
  }
  await expect(page.getByTestId('group-code-chip')).toBeVisible();
  await expect(page.getByTestId('safety-open')).toHaveCount(3);

  // From a tile: the list, with that person chosen.
  await page.getByTestId('safety-open').last().click();
  const people = page.getByTestId('verify-person');
  await expect(people).toHaveCount(3);
  await expect(page.locator('[data-testid="verify-person"][aria-current="true"]')).toHaveCount(1);
  await expect(page.getByTestId('verify-tab-emoji')).toHaveAttribute('aria-selected', 'true');
  expect(await violations(page)).toEqual([]);

  // A click beside it closes nothing, and Enter answers nothing.
  await page.mouse.click(4, 4);
  await page.getByTestId('verify-tab-number').click();
  await page.getByTestId('safety-dialog').getByRole('heading', { level: 1 }).press('Enter');
  await expect(page.getByTestId('safety-dialog')).toBeVisible();
  await expect(page.getByTestId('verify-mismatch')).toHaveCount(0);
  const looks = await Promise.all(
    ['verify-number-differ', 'verify-number-same'].map((answer) =>
      page.getByTestId(answer).evaluate((button) => {
        const { backgroundColor, color, borderColor, width, fontWeight } = getComputedStyle(button);
        return { backgroundColor, color, borderColor, width, fontWeight };
      }),
    ),
  );
  expect(looks[0]).toEqual(looks[1]);

  // What was found leads on to the next person, and from there to everyone.
  await page.getByTestId('verify-number-same').click();
  await expect(page.getByTestId('verify-matched')).toBeVisible();
  await page.getByTestId('verify-next').click();
  await expect(page.getByTestId('verify-tab-emoji')).toHaveAttribute('aria-selected', 'true');
  await page.getByTestId('verify-everyone').click();
  const groups = page.getByTestId('group-code-group');
  await expect(groups).toHaveCount(12);
  const begun = await groups.allInnerTexts();
  await page.mouse.click(4, 4);
  await expect(page.getByTestId('group-code-dialog')).toBeVisible();
  await page.getByTestId('verify-lock').click();
  await expect(page.getByTestId('verify-lock')).toBeChecked();

  await dave.page.getByTestId('control-leave').click();
  await expect(page.getByTestId('group-code-changed')).toBeVisible();
  expect(await groups.allInnerTexts()).toEqual(begun);
  await expect(page.getByTestId('group-code-same')).toHaveCount(0);
  await page.getByTestId('group-code-again').click();
  expect(await groups.allInnerTexts()).not.toEqual(begun);
  await page.getByTestId('group-code-same').click();
  await expect(page.getByTestId('group-code-compared')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('group-code-dialog')).toHaveCount(0);
  await expect(page.getByTestId('group-code-chip')).toHaveAttribute('data-state', 'compared');

  // The chip and the bar lead to the same list.
  await page.getByTestId('group-code-chip').click();
  await expect(people).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+V');
  await expect(people).toHaveCount(2);
});
