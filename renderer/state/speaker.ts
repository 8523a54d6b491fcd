/** The speaker that the others are heard by. */
import type { Snapshot } from './snapshot';

/** Null: the system's own choice. One that was unplugged is no reason for silence, and is used again once it is back. */
export function speakerInUse({ app, media }: Pick<Snapshot, 'app' | 'media'>): string | null {
  const chosen = app?.settings.speakerId ?? null;
  return media.choices.speakers.some(({ id }) => id === chosen) ? chosen : null;
}
