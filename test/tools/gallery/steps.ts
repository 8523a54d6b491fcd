import type { Page } from '@playwright/test';

/** What has to be done after opening a state, since it lives in the window and not in the snapshot. */
export async function after(state: string, page: Page): Promise<void> {
  switch (state) {
    case 'settings-private-choosing':
      await page.getByTestId('side-connection').click();
      return page.getByTestId('private-mode-switch').click();
    case 'settings-private-off':
    case 'settings-private-on':
    case 'settings-private-silent':
    case 'settings-private-unreached':
    case 'settings-private-damaged':
    case 'settings-connection':
      return page.getByTestId('side-connection').click();
    case 'settings-turn':
    case 'settings-turn-missing':
      return page.locator('.turn-choices').scrollIntoViewIfNeeded();
    case 'preview-devices':
    case 'background-hidden':
      return page.getByTestId('preview-devices').click();
    case 'preview-lend':
      await page.getByTestId('preview-change').click();
      return page.getByTestId('preview-lend').click();
    case 'settings-appearance':
      return page.getByTestId('side-appearance').click();
    case 'settings-shortcuts':
      return page.getByTestId('side-shortcuts').click();
    case 'settings-shortcuts-refused':
      await page.getByTestId('side-shortcuts').click();
      await page.getByTestId('shortcut-change-mute').click();
      await page.keyboard.press('Control+E');
      return page.getByTestId('shortcut-change-camera').click();
    case 'updates-none':
    case 'updates-no-keys':
    case 'updates-newer':
    case 'updates-contradiction':
    case 'settings-about':
      return page.getByTestId('side-about').click();
    case 'settings-alerts':
    case 'settings-alerts-missing':
      return page.getByTestId('side-alerts').click();
    case 'settings-contacts':
    case 'settings-contacts-empty':
      return page.getByTestId('side-contacts').click();
    case 'connection-meeting':
    case 'connection-meeting-none':
      await page.getByTestId('meeting-menu').click();
      return page.getByTestId('meeting-menu-connection').click();
    case 'share-windows':
      return page.getByTestId('share-source').first().check({ force: true });
    case 'share-screens':
    case 'share-screens-seen':
      await page.getByTestId('share-kind-screen').click();
      return page.getByTestId('share-source').first().check({ force: true });
    case 'share-viewer':
      await page.getByTestId('share-area').focus();
      return page.keyboard.press('1');
    case 'recording-setup':
      await page.getByTestId('meeting-menu').click();
      return page.getByTestId('meeting-menu-record').click();
    case 'recording-setup-encrypted':
      await page.getByTestId('meeting-menu').click();
      await page.getByTestId('meeting-menu-record').click();
      return page.getByTestId('record-encrypt').check();
    case 'recording-open':
      return page.getByTestId('open-recording').click();
    case 'meeting-menu':
      return page.getByTestId('meeting-menu').click();
    case 'happening-two':
    case 'happening-four':
    case 'happening-alone':
    case 'happening-broken':
      return page.getByTestId('privacy-chip').click();
    case 'contact-rename':
      return page.getByTestId('contact-rename').first().click();
    case 'contact-forget':
      return page.getByTestId('contact-forget').first().click();
    case 'home-forget-meeting':
      return page.getByTestId('own-meeting-forget').first().click();
    case 'first-example':
      return page.getByTestId('first-card-guests').click();
    case 'first-verify':
      return page.getByTestId('first-card-names').click();
    case 'plan-problems':
      await page.getByTestId('home-plan').click();
      await page
        .getByTestId('plan-title')
        .fill('A title that is much too long for a link, whatever its language is');
      await page.getByTestId('plan-day').fill('2020-01-01');
      await page.getByTestId('plan-note').fill('We start when everyone is here. Bring chapter four.');
      return page.getByTestId('plan-submit').click();
    case 'contact-call':
      return page.getByTestId('contact-call').first().click();
    case 'plan-weekly':
      await page.getByTestId('home-plan').click();
      return page.getByTestId('plan-weekly').check();
    case 'forget-weekly':
      return page.getByTestId('upcoming-forget').nth(1).click();
    case 'plan-fresh':
      return page.getByTestId('home-plan').click();
    case 'planned-page':
      await page.getByTestId('upcoming-invitation').first().click();
      return page.getByTestId('planned-as-page').check();
    case 'planned-invitation':
      return page.getByTestId('upcoming-invitation').first().click();
    case 'invites-home':
      return page.getByTestId('own-meeting-invites').first().click();
    case 'invites-running':
      return page.getByTestId('invite-people').first().click();
    case 'invites-shown':
      await page.getByTestId('invite-people').first().click();
      return page.getByTestId('invite-show').nth(1).click();
    case 'invites-closing':
      await page.getByTestId('invite-people').first().click();
      return page.getByTestId('invite-close').first().click();
    case 'verify-scan':
    case 'verify-scan-failed':
      return page.getByTestId('verify-scan').click();
    case 'chat-to-one':
      await page.getByTestId('chat-to').selectOption({ index: 1 });
      return page.getByTestId('chat-input').fill('First, please.');
    case 'chat-long':
      return page.getByTestId('chat-input').fill('Long. '.repeat(600));
    case 'chat-link':
    case 'chat-link-private':
      return page.getByTestId('chat-link').last().click();
    case 'tile-menu':
    case 'tile-menu-guest':
      return page.getByTestId('tile-menu').first().click();
    case 'view-choices':
    case 'view-choices-two':
      return page.getByTestId('control-view').click();
    case 'spotlight-menu':
    case 'speaker-menu':
    case 'tile-menu-last':
      await page.getByTestId('tile-menu').last().hover();
      return page.getByTestId('tile-menu').last().click();
    case 'reactions-choice':
      return page.getByTestId('control-react').click();
    case 'silence-all':
      await page.getByTestId('control-people').click();
      return page.getByTestId('silence-all').click();
    case 'knocks-block':
      await page.getByTestId('control-people').click();
      return page.getByTestId('knock-menu').nth(3).click();
    case 'knocks-all':
      await page.getByTestId('control-people').click();
      return page.getByTestId('knock-admit-all').click();
    case 'knocks-decided':
      await page.getByTestId('control-people').click();
      await page.getByTestId('knock-list').hover();
      return page.evaluate(() => {
        window.galleryShow('knocks-decided-then');
      });
    case 'updates-getting':
    case 'updates-checked':
    case 'updates-refused':
      await page.getByTestId('side-about').click();
      return page.getByTestId('release-get').scrollIntoViewIfNeeded();
    case 'updates-offered':
      await page.getByTestId('control-people').click();
      return page.getByTestId('runs').locator('summary').click();
    case 'knocks-twelve':
    case 'hands-people':
    case 'silenced-others':
    case 'trust-people':
    case 'meeting-people':
    case 'people-host':
    case 'people-open-locked':
    case 'people-co-host':
    case 'people-member':
    case 'people-member-locked':
    case 'people-host-away':
    case 'people-many':
    case 'people-paths':
    case 'meeting-sixteen-people':
      return page.getByTestId('control-people').click();
    case 'people-menu':
    case 'people-menu-co-host':
      await page.getByTestId('control-people').click();
      return page.getByTestId('member-menu').first().click();
    case 'people-remove':
      await page.getByTestId('control-people').click();
      await page.getByTestId('member-menu').first().click();
      return page.getByTestId('member-menu-remove').first().click();
    case 'replace-link':
      await page.getByTestId('control-people').click();
      return page.getByTestId('replace-link').click();
    case 'continue-dialog':
      await page.getByTestId('control-people').click();
      return page.getByTestId('continue-elsewhere').click();
    case 'continue-contradiction':
      return page.getByTestId('alarm-continue').click();
    case 'verify-list-differ':
      return page.getByTestId('group-code-differ').click();
    case 'group-code-changed':
      await changeCode(page, state);
      return page.getByTestId('group-code-changed').waitFor();
    case 'group-code-chip-changed':
      return changeCode(page, state);
    case 'locked-forgot':
      return page.locator('summary').click();
    case 'locked-start-over':
      await page.locator('summary').click();
      return page.getByTestId('locked-start-over').click();
    case 'home-start-over':
      return page.getByTestId('vault-start-over').click();
    case 'settings-passphrase-set':
    case 'settings-passphrase-change':
      await page.getByTestId('passphrase-set').click();
      return page.getByTestId('secret-fresh').fill('candle');
    case 'settings-identity-code':
      return page.getByTestId('identity-code').click();
    case 'settings-identity-import':
      return page.getByTestId('identity-import').click();
    case 'settings-identity-reset':
      return page.getByTestId('identity-reset').click();
    case 'preview-throwaway':
      await page.getByTestId('preview-change').click();
      return page.getByTestId('preview-throwaway').click();
    case 'preview-open':
      await page.getByTestId('preview-change').click();
      return page.getByTestId('preview-open').click();
    case 'meeting-leave-host':
    case 'meeting-leave-co-hosts':
      return page.getByTestId('control-leave').click();
    case 'meeting-devices':
    case 'background-reveal':
      await page.getByTestId('control-devices').click();
      await page.getByTestId('background').selectOption('none');
      return page.getByTestId('reveal-dialog').waitFor();
    case 'background-color':
    case 'background-picture':
      return page.getByTestId('control-devices').click();
    case 'meeting-shortcuts':
      return page.keyboard.press('?');
    case 'meeting-leave':
      return page.keyboard.press('Control+Shift+Q');
    case 'meeting-no-path':
      // Told after twenty seconds.
      return page.getByTestId('tile-no-path').waitFor({ timeout: 40_000 });
    case 'meeting-lost':
    case 'host-away':
    case 'asks-and-more':
      return page.waitForTimeout(4000);
    default:
      return Promise.resolve();
  }
}

/** Opens the code before somebody comes, so that it is another one afterwards. */
async function changeCode(page: Page, state: string): Promise<void> {
  // Closed first: what is open goes on comparing the code with which it was opened.
  await page.evaluate(() => {
    window.galleryShow('only-four');
  });
  await page.getByTestId('group-code-dialog').waitFor({ state: 'detached' });
  await page.evaluate(() => {
    window.galleryShow('group-code');
  });
  await page.getByTestId('group-code-dialog').waitFor();
  await page.evaluate((name) => {
    window.galleryShow(name);
  }, state);
}
