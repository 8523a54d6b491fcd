/** Recording for oneself: nobody is in it who was not told, and what is written is what is opened. */
import type { Protection } from '../protection';

const meeting = 'unit/shared/meeting/recordings.test.ts';
const own = 'shared/meeting/recording/own-recording.ts';
const sealed = 'unit/main/recording/open-sealed.test.ts';
const sealedFile = 'main/recording/sealed-format.ts';
const sound = 'unit/renderer/call/recording/sound-line.test.ts';
const openFile = 'main/recording/open-sealed.ts';

export const recording: readonly Protection[] = [
  {
    name: 'recording-of-those-who-answered',
    file: own,
    find: 'return this.#here.filter((member) => this.#ready.has(member)).map',
    replace: 'return this.#here.map',
    tests: [meeting],
  },
  {
    name: 'recording-answer-of-this-one',
    file: own,
    find: "if (state.state === 'off' || state.number !== number) {",
    replace: "if (state.state === 'off') {",
    tests: [meeting],
  },
  {
    name: 'recording-after-the-countdown',
    file: own,
    find: "if (this.#state.state === 'announced' && this.#state.isDue && this.#unready.length === 0) this.#begin();",
    replace: "if (this.#state.state === 'announced' && this.#unready.length === 0) this.#begin();",
    tests: [meeting],
  },
  {
    name: 'recording-settles',
    file: own,
    find: 'const settled = this.ports.timer(SETTLING_MS, () => {',
    replace: 'const settled = this.ports.timer(0, () => {',
    tests: [meeting],
  },
  {
    name: 'recording-questions',
    file: 'shared/meeting/recording/recordings.ts',
    find: 'const mayAsk = this.#allowanceOf(member).take();',
    replace: 'const mayAsk = this.#allowanceOf(member).take() || true;',
    tests: [meeting],
  },
  {
    name: 'recording-not-before-told',
    file: 'main/recording/recorder.ts',
    find: "if (!state?.hasRun || !(state.own.isOver || state.own.view.state === 'running'))",
    replace: 'if (!state)',
    tests: ['unit/main/recording/recorder.test.ts'],
  },
  {
    name: 'recording-scene',
    file: 'renderer/state/recording.ts',
    find: 'const stream = isLeftOut ? undefined : streams.get(peer.peerId);',
    replace: 'const stream = streams.get(peer.peerId);',
    tests: ['unit/renderer/state/recording.test.ts'],
  },
  {
    name: 'recording-dark-first',
    file: 'renderer/state/actions/recording.ts',
    find: 'await Promise.all([devices.setMicrophone(false), devices.setCamera(false)]);',
    replace: '',
    tests: ['unit/renderer/state/recording.test.ts'],
  },
  {
    name: 'recording-whole-when-full',
    file: 'main/recording/recording-file.ts',
    find: 'await this.handle.truncate(before).catch(() => undefined);',
    replace: '',
    tests: ['unit/main/recording/recording-file.test.ts'],
  },
  {
    name: 'recording-silence-where-no-sound-comes',
    file: 'renderer/call/recording/sound-line.ts',
    find: 'if (this.#adding || this.#hasEnded || late <= PATIENCE) return;',
    replace: 'if (this.#adding || this.#hasEnded || late <= PATIENCE * 1e9) return;',
    tests: [sound],
    only: 'stalls|never comes',
  },
  {
    name: 'recording-stall-ends-it',
    file: 'renderer/call/recording/stall-watch.ts',
    find: 'const STALLED = 8;',
    replace: 'const STALLED = 80;',
    tests: [sound],
    only: 'longer than a crash may lose',
  },
  {
    name: 'recording-given-up',
    file: 'main/recording/recorder.ts',
    find: 'if (isGivenUp()) {',
    replace: 'if (isGivenUp.length > 0) {',
    tests: ['unit/main/recording/recorder.test.ts'],
  },
  {
    name: 'sealed-recording-not-replaced',
    file: 'main/recording/opened-beside.ts',
    find: "if (await isSame(place, sealed)) throw new VigilError('recording-same-file');",
    replace: '',
    tests: [sealed],
  },
  {
    name: 'sealed-recording-end-said',
    file: 'main/recording/recording-file.ts',
    find: 'if (sealer && isWhole && !this.#failure)',
    replace: 'if (sealer && !this.#failure)',
    tests: [sealed],
  },
  {
    name: 'sealed-recording-end',
    file: openFile,
    find: "if (prefix.length < PREFIX_LENGTH) return { state: 'cut-off' };",
    replace: '',
    tests: [sealed],
  },
  {
    name: 'sealed-recording-order',
    file: 'shared/crypto/sodium.ts',
    find: 'if (opened === false) return null;',
    replace: 'if (opened === false) return { plain: new Uint8Array(), isLast: true };',
    tests: [sealed],
  },
  {
    name: 'sealed-recording-gap',
    file: sealedFile,
    find: "if (write === null || write.position > length) return { state: 'not-genuine' };",
    replace: "if (write === null) return { state: 'not-genuine' };",
    tests: [sealed],
  },
  {
    name: 'sealed-recording-chunk',
    file: openFile,
    find: "if (length > MAX_CHUNK_LENGTH) return { state: 'damaged' };",
    replace: '',
    tests: [sealed],
  },
];
