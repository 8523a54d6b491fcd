/** While somebody composes text (as with Chinese or Japanese), keys are for the input method and for nothing else here. */

/**
 * Nothing that listens behind it hears such a key, and dialogs, menus and forms take no Escape or Enter for theirs.
 * @param page the window: asked first, before it hands a key down.
 */
export function leaveKeysToInputMethod(page: Pick<EventTarget, 'addEventListener'>): void {
  const options = { capture: true };
  page.addEventListener('keydown', leave, options);
  page.addEventListener('keyup', leave, options);
}

function leave(event: Event): void {
  if (!('isComposing' in event && event.isComposing === true)) return;
  event.stopImmediatePropagation();
  if ('key' in event && (event.key === 'Escape' || event.key === 'Enter')) event.preventDefault();
}
