/** Meetings as main shows them, with as much in them as alerts and the tray look at. */
import type { HandView, KnockView, MeetingView } from '../../shared/ipc';

export type Inside = Extract<MeetingView, { phase: 'inside' }>;

export const TITLE = 'Reading circle';

export function knockOf(name: string, trust: KnockView['trust'] = 'new'): KnockView {
  const knockId = Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
  return { knockId, name, trust, since: 0, byLink: null, contactName: null };
}

export function handOf(name: string, mine = false): HandView {
  return { peerId: Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32), name, mine };
}

export function insideWith(
  knocks: KnockView[] = [],
  hands: HandView[] = [],
  change: Partial<Inside> = {},
): Inside {
  const speakingUp = { hands } as Inside['speakingUp'];
  const self = { name: 'Ruth', microphone: true, camera: true, addressShownTo: 'everybody' };
  return {
    ...{ phase: 'inside', title: TITLE, startedAt: 1, self, knocks, speakingUp, asks: [], ...change },
  } as unknown as Inside;
}

export const nowhere: MeetingView = { phase: 'none' };
export const knocking = { phase: 'knocking', title: TITLE } as MeetingView;
export const ended = { phase: 'ended', title: TITLE, reason: 'removed' } as MeetingView;
