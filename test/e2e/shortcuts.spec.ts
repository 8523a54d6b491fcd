import type { Page } from '@playwright/test';
import { freshFolder, type RunningApp } from '../support/driver/app';
import { hostMeeting } from '../support/driver/call';
import { watchDesktop } from '../support/driver/desktop';
import { expect, test } from '../support/driver/fixtures';
import { violations } from '../support/driver/violations';

const RELAYS = ['ws://127.0.0.1:9'];

async function openShortcuts(page: Page): Promise<void> {
  await page.getByTestId('settings-open').click();
  await page.getByTestId('side-shortcuts').click();
}

async function pressInstead(page: Page, name: string, keys: string): Promise<void> {
  await page.getByTestId(`shortcut-change-${name}`).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press(keys);
}

test('a shortcut is changed by pressing others, refused where they cannot be had, kept, named and reset', async ({
  app,
}) => {
  const folder = await freshFolder();
  const first = await app({ relays: RELAYS, folder });
  await openShortcuts(first.page);
  const mute = first.page.getByTestId('shortcut-mute');
  await pressInstead(first.page, 'mute', 'F8');
  await expect(mute.locator('kbd')).toHaveText(['F8']);
  for (const [keys, sentence] of [
    ['Control+e', 'already stands for “Camera”'],
    ['Control+w', 'is used by the system'],
    ['Control+c', 'edits text'],
    ['m', 'types a character'],
    ['Home', 'Use a letter'],
  ] as const) {
    await pressInstead(first.page, 'mute', keys);
    await expect(mute.getByRole('alert')).toContainText(sentence);
    await expect(mute.locator('kbd')).toHaveText(['F8']);
  }
  await pressInstead(first.page, 'mute', 'Escape');
  await expect(mute.getByRole('alert')).toBeEmpty();
  await pressInstead(first.page, 'talk', 'F7');
  await expect(first.page.getByTestId('shortcut-talk').getByRole('alert')).not.toBeEmpty();
  await pressInstead(first.page, 'talk', 'Control+Shift+Y');
  await expect(first.page.getByTestId('shortcut-talk').locator('kbd')).toHaveText(['Ctrl', 'Shift', 'Y']);
  expect(await violations(first.page)).toEqual([]);
  await first.close();

  const { page } = await app({ relays: RELAYS, folder });
  await hostMeeting(page, 'Alice');
  const microphone = page.getByTestId('control-mic');
  await expect(microphone).toHaveAttribute('aria-keyshortcuts', 'F8');
  await expect(microphone).toHaveAttribute('title', /F8/);
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('F8');
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.down('Control');
  await page.keyboard.down('Shift');
  await page.keyboard.down('Y');
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.up('Y');
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
  // What it was is a key of nothing; what follows it shows that both were heard.
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByTestId('chat-input')).toBeFocused();
  await expect(microphone).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Shift+?');
  await expect(page.getByTestId('chat-input')).toHaveValue('?');
  await page.keyboard.press('F8');
  await expect(microphone).toHaveAttribute('aria-pressed', 'false');
  await page.getByTestId('control-leave').click();

  await openShortcuts(page);
  await page.getByTestId('shortcut-reset-mute').click();
  await expect(page.getByTestId('shortcut-mute').locator('kbd')).toHaveText(['Ctrl', 'D']);
  await page.getByTestId('shortcuts-reset').click();
  await expect(page.getByTestId('shortcut-talk').locator('kbd')).toHaveText(['Space']);
  await expect(page.getByTestId('shortcuts-reset')).toBeDisabled();
});

/** In place of the system's keys, which other programs on the computer of a test would lack. */
async function watchSystemKeys({ app }: RunningApp): Promise<{
  held: () => Promise<string[]>;
  press: () => Promise<void>;
  refuse: () => Promise<void>;
}> {
  await app.evaluate(({ globalShortcut }) => {
    const written: typeof globalThis.systemKeys = { held: new Map(), refuses: false };
    globalThis.systemKeys = written;
    globalShortcut.register = (accelerator, pressed) => {
      if (!written.refuses) written.held.set(accelerator, pressed);
      return !written.refuses;
    };
    globalShortcut.unregister = (accelerator) => {
      written.held.delete(accelerator);
    };
  });
  return {
    held: () => app.evaluate(() => [...globalThis.systemKeys.held.keys()]),
    press: () =>
      app.evaluate(() => {
        for (const pressed of globalThis.systemKeys.held.values()) pressed();
      }),
    refuse: () =>
      app.evaluate(() => {
        globalThis.systemKeys.refuses = true;
      }),
  };
}

declare global {
  var systemKeys: { held: Map<string, () => void>; refuses: boolean };
}

test('a key for the whole system is held in a meeting alone, and tells what the microphone is now', async ({
  app,
}) => {
  const alice = await app({ relays: RELAYS });
  const { page } = alice;
  const keys = await watchSystemKeys(alice);
  const desktop = await watchDesktop(alice);
  await openShortcuts(page);
  const setting = page.getByTestId('mute-everywhere');
  await expect(setting).toContainText('Off');
  const press = async (combination: string): Promise<void> => {
    await page.getByTestId('mute-everywhere-change').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press(combination);
  };
  await press('Control+b');
  await expect(setting.getByRole('alert')).toContainText('Hold two keys');
  await press('Control+Shift+F9');
  await expect(setting.locator('kbd')).toHaveText(['Ctrl', 'Shift', 'F9']);
  expect(await keys.held()).toEqual([]);
  await page.getByRole('button', { name: 'Home', exact: true }).click();

  await hostMeeting(page, 'Alice');
  expect(await keys.held()).toEqual(['CommandOrControl+Shift+F9']);
  await desktop.hide();
  await keys.press();
  await expect.poll(desktop.standing).toEqual([{ title: 'Vigil', body: 'Microphone off' }]);
  await expect.poll(desktop.tones).toBe(2);
  await keys.press();
  await expect.poll(desktop.standing).toEqual([{ title: 'Vigil', body: 'Microphone on' }]);
  await desktop.show();
  await expect(page.getByTestId('control-mic')).toHaveAttribute('aria-pressed', 'false');
  await page.getByTestId('control-leave').click();
  await expect.poll(keys.held).toEqual([]);

  await keys.refuse();
  await openShortcuts(page);
  await press('Control+Shift+F10');
  await expect(setting.getByRole('alert')).toContainText('The system did not give');
  await page.getByTestId('mute-everywhere-off').click();
  await expect(setting).toContainText('Off');
  await expect(setting.getByRole('alert')).toBeEmpty();
});
