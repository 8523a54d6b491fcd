/** What main says of the lock and of the meeting, as the screens are shown it. */
import type { LockView } from '../../shared/ipc';
import type { Devices } from '../call/devices/devices';
import type { FileView, MeetingNews, MeetingView } from './contract';
import { initialSnapshot } from './initial-snapshot';
import { kept } from './kept';
import { seeingElsewhere, usualSeeing } from './seeing';
import type { Store } from './store';
import { followMeeting } from './verification';

/** Locked, nothing stays here of what was known. */
export function showLock(store: Store, lock: LockView): void {
  const { media, meeting, files, sealingIsBroken } = store.get();
  const stays = { media, meeting, files, sealingIsBroken };
  store.set(lock.state === 'locked' ? { ...initialSnapshot, ...stays, lock } : { lock });
}

/** Devices run from the preview to the end of the meeting, and never otherwise. */
export function showMeeting(store: Store, devices: Devices, news: MeetingNews): void {
  const { meeting: last, files } = store.get();
  const told = apart(news);
  const meeting = kept(last, told.meeting);
  const before = last.phase;
  const { phase } = meeting;
  const linkError = phase === 'preview' ? null : store.get().linkError;
  const gone = phase === 'none' || phase === 'ended';
  const moved = phase === 'inside' && before === 'inside' && meeting.startedAt !== last.startedAt;
  const forgets = gone || moved;
  const shown = forgets ? null : store.get().verification;
  const verification = followMeeting(shown, moved ? { phase: 'none' } : last, meeting);
  store.set({
    meeting,
    files: kept(files, told.files),
    linkError,
    verification,
    ...(phase === 'inside' ? {} : { leaveIsAsked: false }),
    ...(forgets ? { comparedGroupCode: null, revealedInvite: null, handDialog: null } : {}),
    ...(gone ? { seeing: usualSeeing } : {}),
    ...(moved ? { seeing: seeingElsewhere(store.get().seeing) } : {}),
  });
  if (phase === 'preview' && before !== 'preview') {
    void devices.setMicrophone(true);
    void devices.setCamera(true);
  }
  if (gone && before !== phase) devices.stopAll();
}

function apart(news: MeetingNews): { meeting: MeetingView; files: readonly FileView[] } {
  if (news.phase !== 'inside') return { meeting: news, files: [] };
  const { files, ...meeting } = news;
  return { meeting, files };
}
