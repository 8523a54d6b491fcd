/** A shared screen: sealed by a key of its own, and sent to nobody before, between and after. */
import type { Protection } from '../protection';

const feed = 'unit/renderer/call/screen/screen-feed.test.ts';
const share = 'unit/renderer/call/screen/screen-share.test.ts';
const main = 'unit/main/sharing/screen-sharing.test.ts';
const grantFile = 'main/sharing/screen-grant.ts';
const sharingFile = 'main/sharing/screen-sharing.ts';
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
    name: 'screen-unseen-at-first',
    file: 'renderer/call/screen/screen-feed.ts',
    find: 'replaceTrack(sender, isShown ? track : null);',
    replace: 'replaceTrack(sender, track);',
    tests: [feed],
  },
  {
    name: 'share-ends-with-meeting',
    file: 'renderer/state/follow-sharing.ts',
    find: 'screen.stop();',
    replace: '',
    tests: ['unit/renderer/state/follow-sharing.test.ts'],
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
  {
    name: 'capture-was-listed',
    file: grantFile,
    find: 'const found = sources.find((one) => one.id === id);',
    replace: "const found = { id, source: 'screen' } as (typeof sources)[number];",
    tests: [main],
  },
  {
    name: 'capture-once',
    file: grantFile,
    find: "this.#state = { phase: 'none' };\n    return granted;",
    replace: 'return granted;',
    tests: [main],
  },
  {
    name: 'capture-soon',
    file: grantFile,
    find: "this.#state.phase === 'granted' && this.steady() < this.#state.until;",
    replace: "this.#state.phase === 'granted';",
    tests: [main],
  },
  {
    name: 'capture-by-own-frame',
    file: sharingFile,
    find: 'if (!this.ports.isOurs(frame) || !this.#isInside) return null;',
    replace: 'if (!this.#isInside) return null;',
    tests: [main],
  },
  {
    name: 'capture-in-meeting',
    file: sharingFile,
    find: "if (!this.#isInside) throw new VigilError('no-meeting');",
    replace: '',
    tests: [main],
  },
  {
    name: 'own-windows-left-out',
    file: 'main/sharing/screen-sources.ts',
    find: " || isOwn !== '0') return null;",
    replace: ') return null;',
    tests: [main],
  },
  {
    name: 'own-windows-protected',
    file: sharingFile,
    find: "this.#share?.source === 'screen' ||",
    replace: 'false ||',
    tests: [main],
    only: 'left alone while another',
  },
  {
    name: 'own-windows-in-what-the-system-chose',
    file: sharingFile,
    find: "(granted.by === 'system' || granted.source.source === 'screen')",
    replace: "granted.by === 'list' && granted.source.source === 'screen'",
    tests: [main],
    only: 'all that the system chose',
  },
  {
    name: 'capture-after-the-end',
    file: sharingFile,
    find: 'if (attempt !== this.#attempt) return null;',
    replace: '',
    tests: [main],
    only: 'the system answers after',
  },
  {
    name: 'capture-permission-once',
    file: grantFile,
    find: ' || this.#state.isPermitted) return false;',
    replace: ') return false;',
    tests: [main],
    only: 'one permission',
  },
  {
    name: 'capture-frame-of-another-process',
    file: 'main/sharing/capture-requests.ts',
    find: ' && frame.processId === mainFrame.processId;',
    replace: ';',
    tests: ['unit/main/sharing/capture-requests.test.ts'],
  },
  {
    name: 'capture-permission',
    file: 'main/window/hardening.ts',
    find: 'return screen();',
    replace: 'return true;',
    tests: ['unit/main/window/hardening.test.ts'],
  },
];
