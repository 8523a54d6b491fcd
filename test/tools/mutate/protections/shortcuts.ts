/** Keys that a person chose, and the small window. */
import type { Protection } from '../protection';

const shortcuts = 'unit/shared/ipc/shortcuts.test.ts';
const microphoneSwitch = 'unit/renderer/state/microphone-switch.test.ts';
const desktop = 'unit/main/window/desktop.test.ts';

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
    name: 'mute-key-turns-own-switch',
    file: 'renderer/state/microphone-switch.ts',
    find: 'on ?? !isSwitchedOn(this.devices.microphone);',
    replace: "on ?? this.devices.microphone.state !== 'on';",
    tests: [microphoneSwitch],
    only: 'whatever a headset does',
  },
  {
    name: 'mute-key-tells-its-own',
    file: 'renderer/state/microphone-switch.ts',
    find: 'if (turn === this.#turns && isOfThis && this.isInside())',
    replace: 'if (turn === this.#turns)',
    tests: [microphoneSwitch],
    only: 'in the window meanwhile',
  },
  {
    name: 'mute-key-tells-when-asked',
    file: 'main/window/desktop.ts',
    find: 'if (asked) this.options.events.tone(',
    replace: 'this.options.events.tone(',
    tests: [desktop],
    only: 'no tone for what was switched in the window',
  },
  {
    name: 'tray-says-own-switch',
    file: 'main/window/desktop.ts',
    find: 'const microphone = this.#microphone ?? microphoneIn(view) ?? false;',
    replace: 'const microphone = microphoneIn(view) ?? false;',
    tests: [desktop],
    only: 'in the tray',
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
    name: 'small-window-ends',
    file: 'renderer/ui/small-window/small-window.ts',
    find: 'if (this.#isOpen) this.#exit();\n  }\n\n  #opened',
    replace: '}\n\n  #opened',
    tests: ['unit/renderer/ui/small-window/small-window.test.ts'],
    only: 'when the meeting is over',
  },
  {
    name: 'small-window-never-late',
    file: 'renderer/ui/small-window/small-window.ts',
    find: 'if (this.#hasEnded) {',
    replace: 'if (this.#isOpen) {',
    tests: ['unit/renderer/ui/small-window/small-window.test.ts'],
    only: 'after the end',
  },
  {
    name: 'small-window-as-the-tile',
    file: 'renderer/ui/small-window/shown-person.ts',
    find: 'showsPicture(peer, facts) ?',
    replace: 'facts.isWanted ?',
    tests: ['unit/renderer/ui/small-window/shown-person.test.ts'],
    only: 'no picture where the tile shows none',
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
