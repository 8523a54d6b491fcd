import type { Page } from '@playwright/test';

/** What has to be done after opening a state, since it lives in the window and not in the snapshot. */
export async function after(state: string, page: Page): Promise<void> {
  switch (state) {
    case 'settings-connection':
    case 'settings-relay-error':
      return page.locator('.side button').nth(2).click();
    case 'settings-about':
      return page.locator('.side button').nth(4).click();
    case 'meeting-people':
    case 'meeting-sixteen-people':
      return page.getByTestId('control-people').click();
    case 'meeting-devices':
      return page.getByTestId('control-devices').click();
    case 'meeting-shortcuts':
      return page.keyboard.press('?');
    case 'meeting-leave':
      return page.keyboard.press('Control+Shift+Q');
    case 'meeting-lost':
      return page.waitForTimeout(4000);
    default:
      return page.waitForTimeout(200);
  }
}
