/** What has happened between two looks at a meeting that a person should hear of with the window behind others. */
import type { MeetingView } from '../../shared/ipc';

export const newsKinds = ['knock', 'hand', 'joined', 'not-joined', 'ended', 'end-asked'] as const;
export type NewsKind = (typeof newsKinds)[number];

type Inside = Extract<MeetingView, { phase: 'inside' }>;

/** Of a meeting that was just entered, knocks are news; hands and wishes of before are none. */
export function newsBetween(before: MeetingView, now: MeetingView): NewsKind[] {
  if (now.phase === 'ended') {
    if (before.phase === 'inside') return ['ended'];
    return before.phase === 'knocking' ? ['not-joined'] : [];
  }
  if (now.phase !== 'inside') return [];
  const same = before.phase === 'inside' && before.startedAt === now.startedAt ? before : null;
  return newsKinds.filter((kind) => {
    switch (kind) {
      case 'knock':
        return hasMore(knocksIn(same), knocksIn(now));
      case 'hand':
        return same !== null && hasMore(handsIn(same), handsIn(now));
      case 'joined':
        return before.phase === 'knocking';
      case 'end-asked':
        return same !== null && isAskedToEnd(now) && !isAskedToEnd(same);
      case 'ended':
      case 'not-joined':
        return false;
    }
  });
}

/** Whether there is still reason to tell of it. */
export function stands(kind: NewsKind, now: MeetingView): boolean {
  if (kind === 'ended' || kind === 'not-joined') return now.phase === 'ended';
  if (now.phase !== 'inside') return false;
  if (kind === 'knock') return now.knocks.length > 0;
  if (kind === 'hand') return handsIn(now).size > 0;
  return kind === 'joined' || isAskedToEnd(now);
}

/** Whether the others can hear this person; null outside of a meeting. */
export function microphoneIn(view: MeetingView): boolean | null {
  return view.phase === 'inside' ? view.self.microphone : null;
}

function knocksIn(view: Inside | null): Set<string> {
  return new Set(view?.knocks.map(({ knockId }) => knockId));
}

function handsIn(view: Inside): Set<string> {
  return new Set(view.speakingUp.hands.filter(({ mine }) => !mine).map(({ peerId }) => peerId));
}

function isAskedToEnd({ asks }: Inside): boolean {
  return asks.some(({ kind }) => kind === 'end');
}

function hasMore(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return [...now].some((id) => !before.has(id));
}
