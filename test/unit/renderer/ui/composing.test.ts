import { expect, it } from 'vitest';
import { leaveKeysToInputMethod } from '../../../../renderer/ui/composing';

class Key extends Event {
  constructor(
    type: 'keydown' | 'keyup',
    readonly key: string,
    readonly isComposing: boolean,
    readonly keyCode = 0,
  ) {
    super(type, { cancelable: true });
  }
}

it.each(['keydown', 'keyup'] as const)(
  'a %s while text is composed is for the input method alone',
  (type) => {
    const page = new EventTarget();
    leaveKeysToInputMethod(page);
    const heard: string[] = [];
    page.addEventListener(type, (event) => {
      if (event instanceof Key) heard.push(event.key);
    });
    const isLeftToDialogs = (key: string, isComposing: boolean): boolean =>
      page.dispatchEvent(new Key(type, key, isComposing));
    // A dialog closes, and a form is sent, by a key that nobody prevented.
    expect(['Escape', 'Enter', 'd'].map((key) => isLeftToDialogs(key, true))).toEqual([false, false, true]);
    expect(heard).toEqual([]);
    expect(['Escape', 'Enter', 'd'].map((key) => isLeftToDialogs(key, false))).toEqual([true, true, true]);
    expect(heard).toEqual(['Escape', 'Enter', 'd']);
  },
);

it('so is a key that the system tells with the code of composing alone', () => {
  const page = new EventTarget();
  leaveKeysToInputMethod(page);
  const heard: string[] = [];
  page.addEventListener('keydown', (event) => {
    if (event instanceof Key) heard.push(event.key);
  });
  expect(page.dispatchEvent(new Key('keydown', 'Enter', false, 229))).toBe(false);
  expect(page.dispatchEvent(new Key('keydown', 'Enter', false, 13))).toBe(true);
  expect(heard).toEqual(['Enter']);
});
