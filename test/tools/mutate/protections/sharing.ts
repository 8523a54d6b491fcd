/** A shared screen: sealed by a key of its own, and sent to nobody before, between and after. */
import type { Protection } from '../protection';

const feed = 'unit/renderer/call/screen/screen-feed.test.ts';
const share = 'unit/renderer/call/screen/screen-share.test.ts';
const shareFile = 'renderer/call/screen/screen-share.ts';

export const sharing: readonly Protection[] = [
  {
    name: 'screen-is-sealed',
    file: 'renderer/call/screen/screen-feed.ts',
    find: "this.frames.protectSender(sender, connection, 'screen');",
    replace: '',
    tests: [feed],
  },
  {
    name: 'screen-track-of-its-own',
    file: 'shared/media/key-id.ts',
    find: 'export const tracks = { audio: 0, video: 1, screen: 2 } as const;',
    replace: 'export const tracks = { audio: 0, video: 1, screen: 1 } as const;',
    tests: ['unit/shared/media/frames.test.ts'],
    only: 'for a screen',
  },
  {
    name: 'paused-screen',
    file: shareFile,
    find: "return this.#state.state === 'on' && !this.#state.isPaused ? this.#captured : null;",
    replace: 'return this.#captured;',
    tests: [share],
  },
  {
    name: 'screen-that-comes-late',
    file: shareFile,
    find: 'if (attempt !== this.#attempt || !track) {',
    replace: 'if (!track) {',
    tests: [share],
  },
  {
    name: 'screen-view-flood',
    file: 'shared/meeting/members/member.ts',
    find: 'this.#screenView.said(said.shown);',
    replace: 'this.#connection.showScreen(said.shown);',
    tests: ['unit/shared/meeting/shares.test.ts'],
    only: 'heeded',
  },
  {
    name: 'sections-of-one-kind',
    file: 'shared/wire/description.ts',
    find: 'sections.filter((section) => section.kind === kind).length <= MAX_SECTIONS[kind],',
    replace: 'kind.length > 0 && MAX_SECTIONS[kind] > 0,',
    tests: ['unit/renderer/call/sdp/descriptions.test.ts'],
    only: 'two sections',
  },
];
