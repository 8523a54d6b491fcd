/** What each shortcut does, in words. */
import type { ShortcutName } from '../../state/contract';

export const shortcutWords = {
  mute: 'common:keys.mute',
  camera: 'common:keys.camera',
  talk: 'seeing:keys.talk',
  hand: 'common:keys.hand',
  chat: 'common:keys.chat',
  people: 'common:keys.people',
  safety: 'common:keys.safety',
  layout: 'seeing:keys.layout',
  soundOnly: 'seeing:keys.soundOnly',
  fullScreen: 'seeing:keys.fullScreen',
  smallWindow: 'small-window:title',
  copyInvite: 'common:keys.copyInvite',
  leave: 'common:keys.leave',
  help: 'common:keys.help',
} as const satisfies Record<ShortcutName, string>;
