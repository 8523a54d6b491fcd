/**
 * The strongest way in between two people: whoever sits there took the link on its way, is in the one meeting under
 * the guest's name and gives another meeting under the host's, owns the relay, and carries sound and picture across.
 */
import type { Page } from '@playwright/test';
import { connect, safetyNumberOf } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

interface Attack {
  alice: Page;
  bob: Page;
}

const trustOfOther = (page: Page): Promise<string | null> =>
  page.locator('[data-testid^="tile-"][data-trust]').first().getAttribute('data-trust');

const emojiOf = (page: Page): Promise<string[]> =>
  page
    .getByTestId('verify-emoji')
    .evaluateAll((pictures) => pictures.map((picture) => picture.getAttribute('data-emoji') ?? ''));

/** Alice talks to the attacker's first computer as if it were Bob, Bob to the second as if it were Alice. */
const attacked = test.extend<{ attack: Attack & { toAlice: Page; toBob: Page } }>({
  attack: async ({ relay, app }, use) => {
    const { url } = await relay();
    const start = async (): Promise<Page> => (await app({ relays: [url] })).page;
    const [alice, toAlice, toBob, bob] = [await start(), await start(), await start(), await start()];
    await connect(alice, toAlice, { host: 'Alice', guest: 'Bob' });
    await connect(toBob, bob, { host: 'Alice', guest: 'Bob' });
    await use({ alice, toAlice, toBob, bob });
  },
});

attacked(
  'nobody is claimed to be known, and number, group code and QR code all differ',
  async ({ attack }) => {
    const { alice, bob } = attack;
    for (const page of [alice, bob]) expect(await trustOfOther(page)).toBe('new');
    const [ofAlice, ofBob] = [await safetyNumberOf(alice), await safetyNumberOf(bob)];
    expect(ofAlice).not.toEqual(ofBob);
    // On screen from three people on; two have the number.
    const codeOf = (page: Page): Promise<string> =>
      page.evaluate(async () => {
        const view = await window.vigil.request['meeting:get'](undefined);
        return view.ok && view.value.phase === 'inside' ? (view.value.groupCode ?? []).join(' ') : '';
      });
    for (const page of [alice, bob]) await expect.poll(() => codeOf(page)).toMatch(/^(\d{5} ?){12}$/);
    const codes = [await codeOf(alice), await codeOf(bob)];
    expect(codes[0]).not.toBe(codes[1]);
    // Alice reads the code that Bob shows for whom he takes for her.
    const shown = await bob.evaluate(async () => {
      const view = await window.vigil.request['meeting:get'](undefined);
      if (!view.ok || view.value.phase !== 'inside') throw new Error('not inside');
      const peerId = view.value.peers[0]?.peerId ?? '';
      const code = await window.vigil.request['meeting:own-code']({ peerId });
      return code.ok ? code.value.text : '';
    });
    const verdict = await alice.evaluate(async (text) => {
      const view = await window.vigil.request['meeting:get'](undefined);
      if (!view.ok || view.value.phase !== 'inside') throw new Error('not inside');
      return window.vigil.request['meeting:scanned-code']({
        peerId: view.value.peers[0]?.peerId ?? '',
        text,
      });
    }, shown);
    expect(verdict).toMatchObject({ ok: true, value: { verdict: 'no-match' } });
    await expect(alice.getByTestId('alarm')).toBeVisible();
  },
);

attacked('six emoji differ, and saying so ends the link with an alarm on both sides', async ({ attack }) => {
  const { alice, toAlice, toBob, bob } = attack;
  const seen: string[][] = [];
  for (const [victim, attacker] of [
    [alice, toAlice],
    [bob, toBob],
  ] as const) {
    await victim.getByTestId('safety-open').first().click();
    await victim.getByTestId('verify-tab-emoji').click();
    await victim.getByTestId('verify-emoji-start').click();
    await attacker.getByTestId('emoji-asked-open').click();
    await expect(victim.getByTestId('verify-emoji')).toHaveCount(6);
    seen.push(await emojiOf(victim));
  }
  // One in 2^36 by chance.
  expect(seen[0]).not.toEqual(seen[1]);
  await alice.getByTestId('verify-emoji-differ').click();
  await expect(alice.getByTestId('verify-mismatch')).toBeVisible();
  await expect(toAlice.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(0, { timeout: 40_000 });
});
