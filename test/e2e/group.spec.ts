import {
  askToJoin,
  connect,
  expectPictureOf,
  hostMeeting,
  join,
  safetyNumberWith,
} from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';
import { hearTone, seesParticipant, videoOf } from '../support/driver/observe';
import { fakeDeviceSwitches, writeParticipantMedia } from '../support/media/files';

test('three meet: each sees and hears each other, the host leaves, and the rest goes on', async ({
  relay,
  app,
  mediaFolder,
}) => {
  const { url } = await relay();
  const names = ['Alice', 'Bob', 'Carol'];
  const media = names.map((_, index) => fakeDeviceSwitches(writeParticipantMedia(mediaFolder, index)));
  const [alice, bob, carol] = [
    await app({ relays: [url], switches: media[0] ?? [] }),
    await app({ relays: [url], switches: media[1] ?? [] }),
    await app({ relays: [url], switches: media[2] ?? [] }),
  ];
  const link = await hostMeeting(alice.page, 'Alice');
  await join(alice.page, bob.page, link, 'Bob');
  await join(alice.page, carol.page, link, 'Carol');
  const apps = [alice, bob, carol];
  for (const [me, { page }] of apps.entries()) {
    for (const [other, name] of names.entries()) {
      if (other === me) continue;
      await expectPictureOf(page, name);
      const selector = await videoOf(page, name);
      expect(await seesParticipant(page, other, selector)).toBe(true);
      expect(await hearTone(page, selector)).toBe(other);
    }
  }
  expect(await safetyNumberWith(bob.page, 'Carol')).toEqual(await safetyNumberWith(carol.page, 'Bob'));

  await bob.page.getByTestId('group-code-chip').click();
  await bob.page.getByTestId('group-code-copy').click();
  await expect(bob.page.getByTestId('dialog-done')).toBeVisible();
  const copied = await bob.app.evaluate(({ clipboard }) => clipboard.readText());
  await carol.page.getByTestId('group-code-chip').click();
  expect(await carol.page.getByTestId('group-code-group').allInnerTexts()).toEqual(copied.split(' '));
  for (const { page } of [bob, carol]) await page.getByTestId('group-code-close').first().click();

  await alice.page.getByTestId('control-leave').click();
  await alice.page.getByTestId('leave-confirm').click();
  await expect(bob.page.getByText('Alice', { exact: true })).toHaveCount(0);
  expect(await seesParticipant(bob.page, 2, await videoOf(bob.page, 'Carol'))).toBe(true);
  expect(await seesParticipant(carol.page, 1, await videoOf(carol.page, 'Bob'))).toBe(true);
});

test('one who vanishes without a word is noticed within seconds, and comes back by the same link', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  const carol = await app({ relays: [url] });
  const link = await hostMeeting(alice.page, 'Alice');
  await join(alice.page, bob.page, link, 'Bob');
  await join(alice.page, carol.page, link, 'Carol');
  await expectPictureOf(bob.page, 'Carol');

  carol.app.process().kill('SIGKILL');
  const state = (): Promise<string> =>
    alice.page.evaluate(async () => {
      const view = await window.vigil.request['meeting:get'](undefined);
      if (!view.ok || view.value.phase !== 'inside') return 'not inside';
      return view.value.peers.find(({ name }) => name === 'Carol')?.link ?? 'gone';
    });
  // The bound is what is tested (docs/threat-model.md).
  await expect.poll(state, { timeout: 8000 }).not.toBe('open');

  const again = await app({ relays: [url], folder: carol.folder });
  await askToJoin(again.page, link, 'Carol');
  await expectPictureOf(again.page, 'Alice');
  await expectPictureOf(again.page, 'Bob');
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
  await expect(alice.page.getByTestId('lists-differ')).toHaveCount(0, { timeout: 40_000 });
});

test('the host removes somebody, who cannot come back', async ({ relay, app }) => {
  const { url } = await relay();
  const alice = await app({ relays: [url] });
  const bob = await app({ relays: [url] });
  const link = await connect(alice.page, bob.page);
  await alice.page.getByTestId('control-people').click();
  await alice.page.getByTestId('member-menu').click();
  await alice.page.getByTestId('member-menu-remove').click();
  await alice.page.getByTestId('remove-confirm').click();
  await expect(bob.page.getByTestId('ended')).toHaveAttribute('data-reason', 'removed');
  await expect(alice.page.getByText('Bob', { exact: true })).toHaveCount(0);
  await bob.page.getByTestId('ended-home').click();
  await askToJoin(bob.page, link, 'Bob');
  await expect(bob.page.getByTestId('ended')).toHaveAttribute('data-reason', 'denied');
  await expect(alice.page.getByTestId('knock-card')).toHaveCount(0);
});
