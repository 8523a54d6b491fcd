/** Keys that a person chose. */
import type { Protection } from '../protection';

const shortcuts = 'unit/shared/ipc/shortcuts.test.ts';

export const shortcutProtections: readonly Protection[] = [
  {
    name: 'shortcuts-checked-by-main',
    file: 'main/save-settings.ts',
    find: "if (checked.shortcuts && !areShortcuts(checked.shortcuts, process.platform === 'darwin'))",
    replace: 'if (checked.shortcuts && !areShortcuts({}, false))',
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
    name: 'shortcuts-not-while-writing',
    file: 'renderer/ui/shortcuts/pressed-shortcut.ts',
    find: '(isWriting && writes(combination))',
    replace: 'isWriting === null',
    tests: ['unit/renderer/ui/shortcuts/key-press.test.ts'],
    only: 'no character',
  },
];
