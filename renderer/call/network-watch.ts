/** Notices that the computer's network is another one, or is back. */

/** Chromium has it; the DOM's types leave it out. */
interface WithConnection {
  connection?: EventTarget;
}

/** @param changed called whenever the browser says so, which may be for little. */
export function watchNetwork(changed: () => void): void {
  window.addEventListener('online', changed);
  (navigator as Navigator & WithConnection).connection?.addEventListener('change', changed);
}
