/**
 * The strongest way in between two people: whoever sits there took the link on its way, is in the one meeting under
 * the guest's name and gives another meeting under the host's, owns the relay, and carries sound and picture across.
 */
import type { Page } from '@playwright/test';
import { connect, safetyNumberOf } from '../support/driver/call';
import { expect, test } from '../support/driver/fixtures';

interface Attack {
  alice: Page;
  /** The attacker's two computers. */
  toAlice: Page;
  toBob: Page;
  bob: Page;
}

const trustOfOther = (page: Page): Promise<string | null> =>
  page.locator('[data-testid^="tile-"][data-trust]').first().getAttribute('data-trust');

const emojiOf = (page: Page): Promise<string[]> =>
  page
    .getByTestId('verify-emoji')
    .evaluateAll((pictures) => pictures.map((picture) => picture.getAttribute('data-emoji') ?? ''));

/** Alice talks to the attacker's first computer as if it were Bob, Bob to the second as if it were Alice. */
async function getInBetween({ alice, toAlice, toBob, bob }: Attack): Promise<void> {
  await connect(alice, toAlice, { host: 'Alice', guest: 'Bob' });
  await connect(toBob, bob, { host: 'Alice', guest: 'Bob' });
}

async function nobodyIsKnown({ alice, bob }: Attack): Promise<void> {
  for (const page of [alice, bob]) expect(await trustOfOther(page)).toBe('new');
}

async function numbersDiffer({ alice, bob }: Attack): Promise<void> {
  expect(await safetyNumberOf(alice)).not.toEqual(await safetyNumberOf(bob));
}

async function groupCodesDiffer({ alice, bob }: Attack): Promise<void> {
  // On screen from three people on; two have the number.
  const codeOf = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const view = await window.vigil.request['meeting:get'](undefined);
      return view.ok && view.value.phase === 'inside' ? (view.value.groupCode ?? []).join(' ') : '';
    });
  for (const page of [alice, bob]) await expect.poll(() => codeOf(page)).toMatch(/^(\d{5} ?){12}$/);
  expect(await codeOf(alice)).not.toBe(await codeOf(bob));
}

async function emojiDiffer({ alice, toAlice, toBob, bob }: Attack): Promise<void> {
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
}

/** Alice reads the code that Bob shows for whom he takes for her. */
async function codeRaisesAlarm({ alice, bob }: Attack): Promise<void> {
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
}

/** Bob says what he sees, and the link is ended at both sides. */
async function differingEmojiEndTheLink({ toBob, bob }: Attack): Promise<void> {
  await bob.getByTestId('verify-emoji-differ').click();
  await expect(bob.getByTestId('verify-mismatch')).toBeVisible();
  await expect(toBob.locator('[data-testid^="tile-"][data-trust]')).toHaveCount(0);
}

// One attack for all of it: four apps on one computer take long to start.
test('nobody is claimed to be known; number, group code, emoji and QR code differ; saying so ends the link', async ({
  relay,
  app,
}) => {
  const { url } = await relay();
  const start = async (): Promise<Page> => (await app({ relays: [url] })).page;
  const attack = { alice: await start(), toAlice: await start(), toBob: await start(), bob: await start() };
  await getInBetween(attack);
  await test.step('nobody is known', () => nobodyIsKnown(attack));
  await test.step('numbers differ', () => numbersDiffer(attack));
  await test.step('group codes differ', () => groupCodesDiffer(attack));
  await test.step('emoji differ', () => emojiDiffer(attack));
  await test.step('a code that differs raises the alarm', () => codeRaisesAlarm(attack));
  await test.step('emoji that differ end the link', () => differingEmojiEndTheLink(attack));
});
