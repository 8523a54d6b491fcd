/** How far oneself has come into a meeting, and what the window is told of it. */
import { isAlone } from './rejoining';
import type { MeetingSession } from './session';
import type { Self } from './self';
import type { EndReason, EnteredView, MeetingFacts, PeerView } from './views';
import type { Join } from './joining/join';

export type Phase =
  | { phase: 'entering'; way: Join }
  /** way: how one comes back in, or to the others. */
  | { phase: 'inside'; startedAt: number; inside: MeetingSession; way: Join }
  | { phase: 'ended'; reason: EndReason; wasInside: boolean };

export interface PhaseNow {
  self: Self;
  /** Whom a guest saw last, who has nobody now and looks for the door. */
  lastSeen: (inside: MeetingSession) => PeerView[];
  alarm: 'none' | 'fingerprint-mismatch';
}

export function phaseView(phase: Phase, facts: MeetingFacts, now: PhaseNow): EnteredView {
  switch (phase.phase) {
    case 'entering':
      return { phase: 'knocking', ...facts, name: now.self.name, step: phase.way.step };
    case 'ended':
      return { phase: 'ended', ...facts, reason: phase.reason, wasInside: phase.wasInside };
    case 'inside': {
      const { name, microphone, camera, addressShownTo } = now.self;
      const common = phase.inside.view;
      return {
        phase: 'inside',
        ...facts,
        ...common,
        startedAt: phase.startedAt,
        self: { name, microphone, camera, addressShownTo },
        peers: isAlone(phase.inside) && phase.way.isUnderWay ? now.lastSeen(phase.inside) : common.peers,
        alarm: now.alarm === 'none' ? common.alarm : now.alarm,
      };
    }
  }
}
