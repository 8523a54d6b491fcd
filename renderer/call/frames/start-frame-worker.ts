/** Vite finds the worker by this expression; it becomes a module file of the app's own origin. */
export function startFrameWorker(): Worker {
  return new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module', name: 'frames' });
}
