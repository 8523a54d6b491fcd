/** Which states are photographed in which size, theme and language. */
type Theme = 'light' | 'dark';
export interface Shot {
  state: string;
  width: number;
  height: number;
  theme: Theme;
  locale: string;
}

const small = [
  ...['ended-again', 'home-rejoin'],
  ...['verify-list-emoji', 'verify-list-number', 'verify-list-waiting', 'verify-list-done'],
  ...['home', 'home-first', 'settings-about'],
  'home-notices',
  'home-own-meetings',
  ...['home-weekly', 'plan-weekly', 'forget-weekly', 'ask-next'],
  ...['home-upcoming', 'plan-fresh', 'plan-problems', 'planned-invitation', 'planned-page', 'contact-call'],
  ...['preview-host', 'preview-guest', 'preview-devices', 'preview-trouble', 'preview-firewall'],
  ...['preview-camera-denied', 'background-hidden', 'background-fails'],
  'knocking-asked',
  'meeting-alone-revealed',
  'meeting-two',
  ...['share-windows', 'share-screens-seen', 'share-sharing', 'share-viewer', 'share-two', 'share-refused'],
  ...['recording-setup-encrypted', 'recording-ask-running', 'recording-chip', 'recording-mine'],
  ...['files-arriving', 'files-standing', 'files-own'],
  ...['updates-refused', 'updates-contradiction', 'updates-offered'],
  ...['volunteer-add', 'volunteer-tested', 'volunteer-refused'],
  'meeting-people',
  'meeting-long-names',
  'people-host',
  'people-menu',
  'people-member',
  'people-many',
  'preview-open',
  'replace-link',
  'continue-dialog',
  'meeting-leave-host',
  'asks-and-more',
  'host-away',
  'ask-end',
  'ask-removals-me',
  'group-code',
  'group-code-changed',
  'group-code-chip-changed',
  'alarm-host-contradiction',
  ...['meeting-speaks', 'meeting-three', 'meeting-four', 'meeting-eight'],
  ...['meeting-sixteen', 'meeting-sixteen-people', 'meeting-fewer-pictures'],
  'safety-number',
  'settings',
  ...['locked', 'settings-passphrase-change', 'preview-throwaway'],
  'alarm',
  'ended-left',
  ...['settings-turn', 'preview-lend', 'people-paths', 'meeting-no-path', 'ended-no-path'],
  ...['trust-four', 'trust-people', 'trust-knocks', 'trust-two', 'only-two', 'key-changed', 'emoji-asked'],
  ...['verify-code', 'verify-scan', 'verify-emoji-comparing', 'verify-mismatch-emoji', 'verify-matched-code'],
  ...[
    'verify-somebody-else',
    'group-code-compared',
    'home-no-contacts',
    'settings-contacts',
    'contact-rename',
  ],
  ...['connection-ready', 'connection-one-left', 'connection-meeting', 'connection-report'],
  ...['meeting-menu', 'happening-four'],
  ...['by-hand-waiting', 'by-hand-problem', 'knocking-hand-ready'],
  ...['invites-running', 'invites-shown', 'invites-closing'],
  ...[
    'chat-open',
    'chat-to-one',
    'chat-link',
    'chat-link-private',
    'chat-paused',
    'hands-tiles',
    'hands-people',
  ],
  ...['reactions-choice', 'silenced-me', 'silenced-others', 'silences-asked'],
  ...['tile-menu', 'tile-menu-last', 'tile-words', 'tile-words-many'],
  ...['speaker-view', 'speaker-pinned', 'speaker-many', 'speaker-menu', 'speaker-knock'],
  ...['spotlight-other', 'spotlight-menu', 'spotlight-mine', 'spotlight-pinned'],
  ...['sound-only', 'view-choices', 'self-hidden'],
  ...['knocks-twelve', 'knocks-over', 'knocks-alone', 'knocks-all'],
  ...['settings-alerts-missing', 'settings-appearance', 'settings-shortcuts', 'settings-shortcuts-refused'],
];
const knowing = [
  'verify-copied-match',
  'verify-copied-no-match',
  'settings-identity-code',
  'group-code-copied',
];
/** A small screen whose system draws everything at 200 %, and one at 150 %. */
const tiny = [
  ...[
    'meeting-alone',
    'meeting-alone-revealed',
    'meeting-two',
    'meeting-three',
    'meeting-eight',
    'meeting-sixteen',
  ],
  ...[
    'meeting-people',
    'meeting-long-names',
    'meeting-knock',
    'meeting-devices',
    'meeting-menu',
    'host-away',
  ],
  ...['home', 'preview-host', 'preview-camera-denied', 'knocking-asked', 'safety-number', 'group-code'],
  ...['meeting-leave-host', 'key-changed', 'settings', 'connection-ready', 'ended-left', 'locked'],
  ...['chat-open', 'hands-tiles', 'speaker-pinned', 'speaker-many'],
  ...['tile-menu', 'view-choices', 'settings-shortcuts-refused'],
];
const middling = [
  'meeting-three',
  'meeting-four',
  'meeting-eight',
  'meeting-sixteen',
  'meeting-sixteen-people',
];
const large = ['home', 'preview-guest', 'meeting-two', 'meeting-alone', 'safety-number'];
const huge = ['home', 'meeting-two', 'speaker-pinned', 'speaker-many'];
const chinese = [
  ...['ended-again', 'home-rejoin'],
  ...['verify-list-emoji', 'verify-list-waiting', 'verify-list-done', 'verify-list-differ'],
  ...['home-first', 'first-verify'],
  ...knowing,
  ...['home-weekly', 'plan-weekly', 'ask-next'],
  ...['home-upcoming', 'plan-fresh', 'plan-problems', 'planned-invitation', 'planned-page', 'contact-call'],
  ...['home-own-meetings', 'invites-running', 'connection-meeting', 'preview-again'],
  'home',
  'home-notices',
  ...['preview-host', 'preview-guest', 'preview-devices'],
  'knocking-looking',
  'meeting-knock',
  'meeting-two',
  'people-host',
  'people-menu',
  'ask-move',
  'ask-removals-me',
  'group-code',
  'continue-dialog',
  'meeting-leave-host',
  'preview-open',
  'alarm-host-contradiction',
  'meeting-fewer-pictures',
  'safety-number',
  'settings',
  ...['locked-forgot', 'settings-passphrase', 'settings-passphrase-change', 'preview-throwaway'],
  'alarm',
  ...['settings-turn', 'people-paths', 'meeting-no-path', 'ended-no-path'],
  'ended-denied',
  ...['trust-four', 'trust-people', 'trust-knocks', 'key-changed', 'verify-code', 'verify-emoji-comparing'],
  ...['verify-mismatch-emoji', 'verify-matched-code', 'group-code-compared', 'settings-contacts'],
  ...['home-no-contacts', 'verify-emoji-idle', 'only-four'],
  ...['connection-ready', 'connection-one-left', 'connection-report', 'happening-four'],
  ...['by-hand-waiting', 'by-hand-problem', 'knocking-hand-ready'],
  ...['chat-to-one', 'chat-link', 'chat-paused', 'hands-people', 'silenced-me', 'silenced-others'],
  ...['silence-all', 'silences-asked'],
  ...['tile-menu', 'tile-words', 'view-choices', 'speaker-view', 'sound-only'],
  ...['spotlight-other', 'spotlight-menu', 'spotlight-mine'],
  ...['knocks-twelve', 'knocks-block', 'knocks-all', 'settings-alerts-missing', 'settings-appearance'],
  ...['settings-shortcuts', 'settings-shortcuts-refused'],
];
/** Every kind of screen, panel and dialog: what shows whether a language fits, and is mirrored where it has to be. */
const everyKind = [
  ...['home', 'home-notices', 'home-own-meetings', 'home-upcoming', 'plan-fresh', 'planned-invitation'],
  ...['contact-call', 'preview-host', 'preview-guest', 'knocking-asked', 'locked'],
  ...['meeting-alone-revealed', 'meeting-two', 'meeting-four', 'meeting-eight', 'meeting-menu'],
  ...['people-host', 'people-menu', 'people-paths', 'trust-people', 'knocks-twelve', 'knocks-over'],
  ...['chat-open', 'chat-to-one', 'chat-link', 'hands-tiles', 'hands-people', 'reactions-choice'],
  ...['silenced-me', 'silenced-others', 'tile-menu', 'tile-menu-last', 'tile-words', 'view-choices'],
  ...['speaker-view', 'speaker-pinned', 'speaker-many', 'sound-only', 'meeting-devices', 'meeting-shortcuts'],
  ...['background-hidden', 'background-color', 'background-fails'],
  ...['safety-number', 'verify-emoji-comparing', 'verify-code', 'verify-mismatch-emoji', 'group-code'],
  ...['key-changed', 'asks-and-more', 'host-away', 'meeting-leave-host', 'alarm', 'ended-left'],
  ...['settings', 'settings-appearance', 'settings-contacts', 'settings-connection', 'settings-turn'],
  ...['settings-about', 'settings-private-choosing', 'connection-ready', 'connection-one-left'],
  ...['connection-report', 'happening-four', 'by-hand-waiting', 'invites-shown'],
  ...['home-first', 'first-verify', 'preview-devices', 'preview-trouble', 'knocks-all'],
  ...['spotlight-other', 'spotlight-mine', 'settings-shortcuts', 'settings-shortcuts-refused'],
  ...['share-windows', 'share-screens-seen', 'share-sharing', 'share-viewer', 'share-two'],
  ...['updates-refused', 'updates-checked', 'updates-offered'],
  ...['recording-setup-encrypted', 'recording-ask-running', 'recording-chip', 'recording-mine'],
  ...['files-arriving', 'files-standing', 'files-own'],
];

const one = (state: string, change: Partial<Shot> = {}): Shot => ({
  state,
  width: 1280,
  height: 800,
  theme: 'light',
  locale: 'en',
  ...change,
});

/** Pictures of one language. */
function shotsIn(locale: string): Shot[] {
  return [
    ...everyKind.map((state) => one(state, { locale })),
    ...everyKind.map((state) => one(state, { locale, theme: 'dark' })),
    ...everyKind
      .filter((state) => small.includes(state))
      .map((state) => one(state, { locale, width: 800, height: 600 })),
    ...['meeting-two', 'meeting-eight', 'chat-open', 'home'].map((state) =>
      one(state, { locale, width: 640, height: 400 }),
    ),
  ];
}

interface Choice {
  /** How the names of the states begin. */
  only: readonly string[] | undefined;
  /** Those of this language alone. */
  locale: string | undefined;
}

/** All pictures, or those that are chosen. */
export function shotsOf(states: readonly string[], { only, locale }: Choice): Shot[] {
  const all = locale === undefined ? allShots(states) : shotsIn(locale);
  return all.filter((shot) => only === undefined || only.some((start) => shot.state.startsWith(start)));
}

function allShots(states: readonly string[]): Shot[] {
  return [
    ...states.map((state) => one(state)),
    ...states.map((state) => one(state, { theme: 'dark' })),
    ...[...small, ...knowing].map((state) => one(state, { width: 800, height: 600 })),
    ...tiny.map((state) => one(state, { width: 640, height: 400 })),
    ...tiny.map((state) => one(state, { width: 640, height: 400, theme: 'dark' })),
    ...tiny.map((state) => one(state, { width: 853, height: 480 })),
    ...tiny.map((state) => one(state, { width: 600, height: 320 })),
    ...['meeting-two', 'meeting-eight'].map((state) =>
      one(state, { locale: 'zh-CN', width: 640, height: 400 }),
    ),
    ...middling.map((state) => one(state, { width: 1000, height: 700, theme: 'dark' })),
    ...large.map((state) => one(state, { width: 1920, height: 1080 })),
    ...huge.map((state) => one(state, { width: 3840, height: 2160, theme: 'dark' })),
    ...chinese.map((state) => one(state, { locale: 'zh-CN' })),
    ...chinese.map((state) => one(state, { locale: 'zh-TW', theme: 'dark' })),
    ...['preview-guest', 'preview-host', 'preview-throwaway', 'meeting-two'].map((state) =>
      one(state, { locale: 'zh-CN', width: 800, height: 600 }),
    ),
    ...shotsIn('fa-IR'),
  ];
}

export function nameOf(shot: Shot): string {
  const size = shot.width === 1280 ? [] : [`${shot.width.toString()}x${shot.height.toString()}`];
  const language = shot.locale === 'en' ? [] : [shot.locale];
  return [shot.state, ...size, ...language, shot.theme].join('.');
}
