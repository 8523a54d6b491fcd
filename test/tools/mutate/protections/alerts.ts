/** What a person is told with the window behind others, and what must not be told then. */
import type { Protection } from '../protection';

const alerts = 'unit/main/alerts/alerts.test.ts';
const tray = 'unit/main/window/tray.test.ts';
const notifications = 'unit/main/alerts/notifications.test.ts';

export const alertProtections: readonly Protection[] = [
  {
    name: 'tray-missing',
    file: 'main/window/desktop-tray.ts',
    find: 'const isShown = this.#isThere && (',
    replace: 'const isShown = (',
    tests: [tray],
    only: 'no tray',
  },
  {
    name: 'leave-asked-once-more',
    file: 'main/window/leave-question.ts',
    find: "if (this.#isAsked || this.ports.phase() !== 'inside') return false;",
    replace: "if (this.ports.phase() !== 'inside') return false;",
    tests: ['unit/main/window/leave-question.test.ts'],
    only: 'once more is the answer',
  },
  {
    name: 'leave-asked-in-front',
    file: 'main/window/desktop.ts',
    find: 'this.options.attention.show();\n    this.options.events.leaveAsked();',
    replace: 'this.options.events.leaveAsked();',
    tests: ['unit/main/window/desktop.test.ts'],
    only: 'once that is in front',
  },
  {
    name: 'notification-of-microphone-true',
    file: 'main/alerts/alerts.ts',
    find: "if (microphoneIn(before) !== microphoneIn(view)) this.ports.takeBack('microphone');",
    replace: '',
    tests: [alerts],
    only: 'as long as it is true',
  },
  {
    name: 'notification-names-chosen',
    file: 'main/alerts/alerts.ts',
    find: 'const isNamed = notificationNames && ports.mayName();',
    replace: 'const isNamed = ports.mayName();',
    tests: [alerts],
    only: 'unless they are chosen',
  },
  {
    name: 'notification-names-locked',
    file: 'main/alerts/alerts.ts',
    find: 'const isNamed = notificationNames && ports.mayName();',
    replace: 'const isNamed = notificationNames;',
    tests: [alerts],
    only: 'while the vault is locked',
  },
  {
    name: 'notification-names-taken-back',
    file: 'main/alerts/alerts.ts',
    find: 'for (const kind of this.#named) this.ports.takeBack(kind);',
    replace: '',
    tests: [alerts],
    only: 'taken back when the vault is locked',
  },
  {
    name: 'notification-markup',
    file: 'main/alerts/alert-text.ts',
    find: ".replace(/[<>&]/g, (mark) => MARKUP[mark] ?? '')",
    replace: '',
    tests: [alerts],
    only: 'do no harm',
  },
  {
    name: 'notification-missing',
    file: 'main/alerts/notifications.ts',
    find: "if (this.service === 'missing') return;",
    replace: '',
    tests: [notifications],
    only: 'breaks nothing',
  },
];
