/** What is new of recordings, for whoever hears the screen and does not see it. */
import type { RecorderView, RecordingView } from '../../state/contract';

/** name: null for the own one. about: it is to begin, and no dialog asks. */
export interface RecordingNews {
  what: 'about' | 'begun' | 'ended';
  name: string | null;
}

type Stage = 'asked' | 'about' | 'running';

/** Each recording that there is, the own one too. */
export type RecordingStages = ReadonlyMap<string, { stage: Stage; name: string | null }>;

export function stagesOf({ mine, others }: RecordingView): RecordingStages {
  const stages = new Map<string, { stage: Stage; name: string | null }>();
  if (mine.state === 'running') stages.set(`mine ${String(mine.number)}`, { stage: 'running', name: null });
  for (const recorder of others)
    stages.set(`${recorder.peerId} ${String(recorder.number)}`, {
      stage: stageOf(recorder),
      name: recorder.name,
    });
  return stages;
}

export function recordingNews(before: RecordingStages, now: RecordingStages): RecordingNews[] {
  const ended = [...before].flatMap(([key, { stage, name }]): RecordingNews[] =>
    stage === 'running' && !now.has(key) ? [{ what: 'ended', name }] : [],
  );
  const others = [...now].flatMap(([key, { stage, name }]): RecordingNews[] => {
    const last = before.get(key)?.stage;
    if (stage === 'running') return last === 'running' ? [] : [{ what: 'begun', name }];
    return stage === 'about' && last !== 'about' ? [{ what: 'about', name }] : [];
  });
  return [...ended, ...others];
}

function stageOf({ state, answer }: RecorderView): Stage {
  if (state === 'running') return 'running';
  return answer === 'unanswered' ? 'about' : 'asked';
}
