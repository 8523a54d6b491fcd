/** What is shown of recordings: the own one, and those of others. */
import type { WallTime } from '../../clocks';
import type { SaidRecording } from '../../wire/recording';

export type OwnRecordingView =
  | { state: 'off' }
  /** startsAt: not before. waitsFor: names of those whose app has not answered yet. */
  | { state: 'announced'; number: number; startsAt: WallTime; waitsFor: string[] }
  /** included: peer ids of those who may be in it. */
  | { state: 'running'; number: number; startedAt: WallTime; included: string[] };

/** Somebody else's. */
export interface RecorderView {
  peerId: string;
  name: string;
  number: number;
  state: SaidRecording['state'];
  /**
   * asked: this person has not answered. answered: the recorder was told so. unanswered: it was begun too often for
   * another question, and this person stays out of it.
   */
  answer: 'asked' | 'answered' | 'unanswered';
}

export interface RecordingView {
  mine: OwnRecordingView;
  others: RecorderView[];
}
