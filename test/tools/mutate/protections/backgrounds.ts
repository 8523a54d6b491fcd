/** What others see of a camera whose picture is treated. */
import type { Protection } from '../protection';

const devices = 'unit/renderer/call/devices/devices.test.ts';
const loop = 'unit/renderer/call/background/frame-loop.test.ts';
const treating = 'unit/renderer/call/background/treat-picture.test.ts';
const treatment = 'renderer/call/background/treat-picture.ts';
const composer = 'unit/renderer/call/background/composer.test.ts';
const file = 'renderer/call/devices/devices.ts';

export const backgrounds: readonly Protection[] = [
  {
    name: 'face-hidden-from-the-start',
    file,
    find: 'letGo(device.captured, device.treated);\n        this.#set(kind, null, null, { state:',
    replace: 'device.state = { state: "off" };\n        this.#set(kind, result.track, null, { state:',
    tests: [devices],
  },
  {
    name: 'face-hidden-when-the-model-fails',
    file: 'renderer/call/background/frame-loop.ts',
    find: 'composed = compose(frame);',
    replace: 'composed = frame; try { composed = compose(frame); } catch { /* as it is */ }',
    tests: [loop],
  },
  {
    name: 'face-hidden-in-two-colours',
    file: 'renderer/call/background/composer.ts',
    find: 'fill(out, HIDDEN.person);',
    replace: 'out.drawImage(frame, 0, 0, width, height);',
    tests: [composer],
  },
  {
    name: 'no-picture-before-its-choice-is-known',
    file,
    find: "if (chosen.background === 'unknown') return;",
    replace: "Object.assign(chosen, { background: 'none' });",
    tests: [devices],
  },
  {
    name: 'background-kept-while-locked',
    file: 'renderer/state/chosen-devices.ts',
    find: 'if (settings) {',
    replace: "if (!settings) return { ...noDevicesChosen, background: 'none' };\n    if (settings) {",
    tests: ['unit/renderer/state/chosen-devices.test.ts'],
  },
  {
    name: 'face-hidden-before-it-is-kept',
    file: 'renderer/state/chosen-devices.ts',
    find: "if (background !== 'none') this.#chosen = background;",
    replace: '',
    tests: ['unit/renderer/state/chosen-devices.test.ts'],
  },
  {
    name: 'room-adds-nothing',
    file: 'renderer/call/background/composer.ts',
    find: 'if (likely <= ROOM) return 0;',
    replace: 'if (likely <= ROOM) return likely;',
    tests: [composer],
  },
  {
    name: 'no-picture-of-the-choice-before',
    file,
    find: "letGo(device.captured, device.treated);\n    this.#set('video', null, null, { state: 'starting' });",
    replace: '',
    tests: [devices],
  },
  {
    name: 'no-picture-after-its-treatment',
    file,
    find: 'letGo(captured, device.treated);',
    replace: 'if (device.treated) return;',
    tests: [devices],
  },
  {
    name: 'no-picture-of-a-worker-that-hangs',
    file: treatment,
    find: 'if (hasBegun) expectNews(SILENT_LIMIT_MS);',
    replace: 'if (hasBegun) clearTimeout(timer);',
    tests: [treating],
  },
  {
    name: 'no-picture-that-does-not-begin',
    file: treatment,
    find: 'expectNews(BEGIN_LIMIT_MS);',
    replace: '',
    tests: [treating],
  },
  {
    name: 'no-picture-of-a-worker-that-dies',
    file: treatment,
    find: "worker.onerror = () => {\n      failed('model');",
    replace: 'worker.onerror = () => {',
    tests: [treating],
  },
  {
    name: 'no-picture-after-its-end',
    file: treatment,
    find: 'worker.terminate();',
    replace: '',
    tests: [treating],
  },
  {
    name: 'face-hidden-where-nothing-else-is-known',
    file: 'renderer/call/background/look.ts',
    find: "return { type: 'hidden' };",
    replace: "return { type: 'blur' };",
    tests: ['unit/renderer/call/background/look.test.ts'],
  },
  {
    name: 'face-shown-only-when-confirmed',
    file: 'renderer/call/devices/background-choice.ts',
    find: "if (from === 'hidden') return 'face';",
    replace: '',
    tests: ['unit/renderer/call/devices/background-choice.test.ts'],
  },
  {
    name: 'own-picture-forgotten-while-it-is-read',
    file: 'renderer/call/background/own-picture.ts',
    find: 'if (choice !== this.#choices) {',
    replace: 'if (choice > this.#choices) {',
    tests: ['unit/renderer/call/background/own-picture.test.ts'],
  },
  {
    name: 'code-is-not-scanned-in-what-is-sent',
    file,
    find: 'return treated ? null : captured;',
    replace: 'return treated ? treated.track : captured;',
    tests: ['unit/renderer/qr/qr-scan.test.ts'],
  },
];
