/** What others see of a camera whose picture is treated. */
import type { Protection } from '../protection';

const devices = 'unit/renderer/call/devices/devices.test.ts';
const loop = 'unit/renderer/call/background/frame-loop.test.ts';
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
];
