/** Shortcuts are held with ⌘ there, and with Ctrl elsewhere. */
export const isMac = /mac/i.test(navigator.userAgent);
