/** Notices that the computer's network is another one, or is back. */

/** A change comes as several events. */
const PAUSE_MS = 500;

/** Chromium has it; the DOM's types leave it out. */
interface WithConnection {
  connection?: EventTarget;
}

/** @param changed called soon after the browser says so, which may be for little. */
export function watchNetwork(changed: () => void): void {
  let waiting = false;
  const soon = (): void => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      changed();
    }, PAUSE_MS);
  };
  window.addEventListener('online', soon);
  (navigator as Navigator & WithConnection).connection?.addEventListener('change', soon);
}
