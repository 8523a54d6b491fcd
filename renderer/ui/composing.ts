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
  if (!isComposing(event)) return;
  event.stopImmediatePropagation();
  if ('key' in event && (event.key === 'Escape' || event.key === 'Enter')) event.preventDefault();
}

/** The key that ends composing counts as well: some systems tell it as one of no composing, with the code 229. */
function isComposing(event: Event): boolean {
  if ('isComposing' in event && event.isComposing === true) return true;
  return 'keyCode' in event && event.keyCode === 229;
}
