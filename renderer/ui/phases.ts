/** The meeting's phases as types of their own, so that a screen gets only the phase it draws. */
import type { MeetingView } from '../state/contract';

type InPhase<P extends MeetingView['phase']> = Extract<MeetingView, { phase: P }>;

export type PreviewPhase = InPhase<'preview'>;
export type KnockingPhase = InPhase<'knocking'>;
export type InsidePhase = InPhase<'inside'>;
export type EndedPhase = InPhase<'ended'>;
