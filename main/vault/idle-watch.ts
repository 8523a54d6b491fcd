/** Notices that nobody has touched the computer for as long as the user has set. */
const LOOK_EVERY_MS = 5000;

export interface IdleWatchOptions {
  /** How long nothing was touched, in seconds. */
  idleSeconds: () => number;
  /** Null: no limit. */
  limitMinutes: () => number | null;
  idle: () => void;
}

/** Returns what ends it. `idle` is called again and again as long as it stays so. */
export function watchIdle({ idleSeconds, limitMinutes, idle }: IdleWatchOptions): () => void {
  const timer = setInterval(() => {
    const limit = limitMinutes();
    if (limit !== null && idleSeconds() >= limit * 60) idle();
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
