/** Records while main says that the own recording runs: everybody has been told by then. */
import type { Outcome, VigilBridge } from '../../shared/ipc';
import type { CallRecorder, CallRecorderEvents } from '../call/recording/call-recorder';
import { systemClocks } from '../clocks';
import type { ErrorCode } from './contract';
import type { RecordingEnd } from './own-recording';
import { sceneOf, type OwnTracks, type RecordingChoice, type SceneWords } from './recording';
import type { Store } from './store';

/** How often the size is shown anew. */
const SIZE_EVERY_MS = 1000;
/** An encoder or a disk that stands still does not keep anybody from ending it. */
const END_MS = 5000;

export interface RecordingFollower {
  /** What was chosen, before main begins. */
  choose: (choice: RecordingChoice) => void;
  /** The person ends it: what is taken is written, then everybody is told. */
  stop: () => void;
  /** The own tracks are others. */
  changed: () => void;
}

export interface RecordingParts {
  own: () => OwnTracks;
  recorder: (
    words: SceneWords,
    events: CallRecorderEvents,
  ) => Pick<CallRecorder, 'begin' | 'follow' | 'end' | 'length'>;
}

interface Running {
  recorder: ReturnType<RecordingParts['recorder']>;
  choice: RecordingChoice;
  begunAt: number;
  timer: ReturnType<typeof setInterval>;
  problem: ErrorCode | null;
}

export function followRecording(
  { request }: Pick<VigilBridge, 'request'>,
  store: Store,
  parts: RecordingParts,
): RecordingFollower {
  let choice: RecordingChoice | null = null;
  let running: Running | null = null;
  /** Not to be begun once more before main has said that it is over. */
  let isEnding = false;

  const update = (): void => {
    const scene = running && sceneOf(store.get(), running.choice, parts.own());
    if (scene) running?.recorder.follow(scene);
  };
  const begin = (chosen: RecordingChoice): void => {
    const write = async (position: number, bytes: Uint8Array): Promise<void> => {
      const outcome: Outcome<unknown> = await request['recording:write']({ position, bytes });
      if (outcome.ok) return;
      if (running) running.problem ??= outcome.code;
      throw new Error(outcome.code);
    };
    const failed = (): void => {
      if (running) running.problem ??= 'recording-not-written';
      void end();
    };
    let recorder: Running['recorder'];
    try {
      recorder = parts.recorder(chosen.words, { write, failed });
    } catch {
      void request['recording:cancel'](undefined);
      store.set({ recording: { state: 'off', last: { end: 'failed' } } });
      return;
    }
    const timer = setInterval(() => {
      store.set({ recording: { state: 'on', size: recorder.length } });
    }, SIZE_EVERY_MS);
    running = { recorder, choice: chosen, begunAt: systemClocks.steady(), timer, problem: null };
    store.set({ recording: { state: 'on', size: 0 } });
    update();
    recorder.begin().catch(failed);
  };
  const end = async (): Promise<void> => {
    if (!running || isEnding) return;
    const over = running;
    isEnding = true;
    clearInterval(over.timer);
    const elapsed = systemClocks.steady() - over.begunAt;
    store.set({ recording: { state: 'finishing' } });
    const isWhole = await Promise.race([over.recorder.end(), after(END_MS)]).catch(() => false);
    if (!isWhole) over.problem ??= 'recording-not-written';
    const size = (await finish(over.problem === null)) || over.recorder.length;
    running = null;
    isEnding = false;
    store.set({ recording: { state: 'off', last: endOf(over.problem, elapsed, size) } });
  };

  /** Only what is whole is said to be so. Bytes of the file, 0: unknown. */
  const finish = async (isWhole: boolean): Promise<number> => {
    if (!isWhole) await request['recording:cancel'](undefined).catch(() => null);
    const outcome = isWhole ? await request['recording:finish'](undefined).catch(() => null) : null;
    return outcome?.ok === true ? outcome.value.size : 0;
  };

  let last = store.get();
  store.subscribe(() => {
    const now = store.get();
    const before = last;
    last = now;

    const isRunning = wasRunning(now);
    if (isRunning && !running && choice) {
      const chosen = choice;
      choice = null;
      begin(chosen);
    } else if (isRunning && !running && !wasRunning(before)) {
      // Of a page that is no more: nothing would be written, and everybody would think so.
      void request['recording:cancel'](undefined);
    } else if (!isRunning && running) void end();
    else if (running && isOther(before, now)) update();
  });
  return {
    choose: (chosen) => {
      choice = chosen;
    },
    stop: () => {
      if (running) void end();
      else {
        choice = null;
        void request['recording:cancel'](undefined);
      }
    },
    changed: update,
  };
}

function wasRunning({ meeting }: ReturnType<Store['get']>): boolean {
  return meeting.phase === 'inside' && meeting.recording.mine.state === 'running';
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, milliseconds);
  });

function isOther(before: ReturnType<Store['get']>, now: ReturnType<Store['get']>): boolean {
  return (['meeting', 'streams', 'screens', 'seeing', 'speaking', 'media'] as const).some(
    (part) => before[part] !== now[part],
  );
}

function endOf(problem: ErrorCode | null, elapsed: number, size: number): RecordingEnd {
  if (problem === null) return { end: 'saved', elapsed, size };
  return { end: problem === 'recording-full' ? 'full' : 'failed' };
}
