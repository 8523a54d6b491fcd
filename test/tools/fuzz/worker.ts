/** A process that hunts for one target. */
import { Coverage } from './coverage';
import { hunt } from './hunt';
import { targetNames } from './names';
import { writeSlot, type Assignment } from './slot';
import { targets } from './targets/index';

if (targets.map(({ name }) => name).join() !== targetNames.join())
  throw new Error('names.ts names other targets');

process.once('message', (assignment: Assignment) => {
  void work(assignment);
});

async function work(assignment: Assignment): Promise<void> {
  const target = targets.find(({ name }) => name === assignment.target);
  if (!target) throw new Error(`no target is called ${assignment.target}`);
  const corpus = assignment.corpus.map((text) => new Uint8Array(Buffer.from(text, 'base64url')));
  const announce = writeSlot(assignment.slot);
  const result = await hunt({ ...assignment, target, coverage: Coverage.installed(), corpus, announce });
  const kept = result.corpus.map((bytes) => Buffer.from(bytes).toString('base64url'));
  process.send?.({ ...result, corpus: kept, heapBytes: heapInUse() });
}

/** What is left when nothing is being tried any more. */
function heapInUse(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}
