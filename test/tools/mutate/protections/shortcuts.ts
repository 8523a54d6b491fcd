/** Keys that a person chose. */
import type { Protection } from '../protection';

const shortcuts = 'unit/shared/ipc/shortcuts.test.ts';

export const shortcutProtections: readonly Protection[] = [
  {
    name: 'shortcuts-checked-by-main',
    file: 'main/save-settings.ts',
    find: 'if (checked.shortcuts && !areShortcuts(checked.shortcuts, isMac))',
    replace: 'if (checked.shortcuts && !areShortcuts({}, isMac))',
    tests: ['unit/main/save-settings.test.ts'],
    only: 'may not stand',
  },
  {
    name: 'shortcuts-stand-for-one',
    file: 'shared/ipc/shortcuts.ts',
    find: 'new Set(combinations).size === combinations.length &&',
    replace: '',
    tests: [shortcuts],
    only: 'when another shortcut has it',
  },
  {
    name: 'shortcuts-read-or-usual',
    file: 'shared/ipc/shortcuts.ts',
    find: 'if (read.success && refusalOf(name, read.data, isMac) === null)',
    replace: 'if (read.success)',
    tests: [shortcuts],
    only: 'all else is as it comes',
  },
  {
    name: 'mute-key-in-meeting-only',
    file: 'main/window/mute-key.ts',
    find: "const wanted = this.#view.phase === 'inside' ? this.ports.chosen() : null;",
    replace: 'const wanted = this.ports.chosen();',
    tests: ['unit/main/window/mute-key.test.ts'],
    only: 'no other phase',
  },
  {
    name: 'mute-key-tells-what-is',
    file: 'main/window/mute-key.ts',
    find: 'else if (this.#isPressed && now !== before) {',
    replace: 'else if (this.#isPressed) {',
    tests: ['unit/main/window/mute-key.test.ts'],
    only: 'once it is that',
  },
  {
    name: 'mute-key-checked-by-main',
    file: 'main/save-settings.ts',
    find: 'if (muteEverywhere !== null && refusalEverywhere(muteEverywhere, isMac) !== null)',
    replace: 'if (muteEverywhere !== null && refusalEverywhere("F13", isMac) !== null)',
    tests: ['unit/main/save-settings.test.ts'],
    only: 'other programs need',
  },
  {
    name: 'shortcuts-not-while-writing',
    file: 'renderer/ui/shortcuts/pressed-shortcut.ts',
    find: '(isWriting && writes(combination))',
    replace: 'isWriting === null',
    tests: ['unit/renderer/ui/shortcuts/key-press.test.ts'],
    only: 'no character',
  },
];
