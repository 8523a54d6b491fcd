/** How one sees and hears the others, and what of it the network could see. */
import type { Protection } from '../protection';

const views = 'unit/renderer/call/adaptive/views.test.ts';
const choices = 'unit/renderer/state/seeing.test.ts';
const viewsFile = 'renderer/call/adaptive/views.ts';

export const seeing: readonly Protection[] = [
  {
    name: 'speaker-view-alike',
    file: viewsFile,
    find: 'if (this.#alike !== null && this.#isSeen) {',
    replace: 'if (false) {',
    tests: [views],
    only: 'whichever tile is large',
  },
  {
    name: 'speaker-view-at-the-limit',
    file: viewsFile,
    find: 'if (this.#alike === null && wasShown !== viewOf(size) > 0) this.#choose();',
    replace: 'this.#choose();',
    tests: [views],
    only: 'at its limit',
  },
  {
    name: 'unwanted-picture',
    file: viewsFile,
    find: 'if (!this.#isWanted(peerId)) return 0;',
    replace: '',
    tests: [views],
    only: 'not to be seen',
  },
  {
    name: 'sound-only',
    file: 'renderer/state/seeing.ts',
    find: 'return !soundOnly && !unseen.has(peerId);',
    replace: 'return !unseen.has(peerId);',
    tests: [choices],
  },
  {
    name: 'held-back-not-amplified',
    file: 'renderer/state/follow-seeing.ts',
    find: "if (trust === 'changed' || loudness.by",
    replace: 'if (loudness.by',
    tests: [choices],
  },
  {
    name: 'seeing-ends-with-the-meeting',
    file: 'renderer/state/follow-main.ts',
    find: '...(gone ? { seeing: usualSeeing } : {}),',
    replace: '',
    tests: [choices],
  },
];
