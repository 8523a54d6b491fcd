/** As whom somebody takes part in a meeting, how far it has come into it, and what is shown of that. */
import type { WallTime } from '../clocks';
import { isAlone } from './rejoining';
import type { HostKeySeed } from './meeting-keys';
import type { NextMeeting } from './next-meeting';
import type { MeetingSession, Past } from './session';
import type { Self } from './self';
import type { EndReason, EnteredView, MeetingFacts, PeerView } from './views';
import type { Join } from './joining/join';

/** A host holds the seed of the meeting's host key; a guest holds only the link. */
export type Role =
  | {
      role: 'host';
      hostKeySeed: HostKeySeed;
      /** Whom no door has to ask about. */
      expected?: Uint8Array[];
      /** Of a meeting that is opened again. */
      past?: Past;
      /** What is said to those who wait: clean text. */
      note?: string;
      /** What is offered to those who are in a meeting of a series. */
      next?: NextMeeting;
      /** The same by another link, where the one before leads to no door from now on; null where that cannot be. */
      nextAnew?: () => NextMeeting | null;
      /** Keeps a statement before anybody hears of it, at once and for good; throws if it cannot. */
      keep?: (statement: Uint8Array) => void;
    }
  | {
      role: 'guest';
      /** By a one-time identity: no meeting to come is offered, since it would be kept for the usual one. */
      keepsNothing?: boolean;
    };

export type Phase =
  | { phase: 'entering'; join: Join }
  /** way: how one comes back in, or to the others. */
  | { phase: 'inside'; startedAt: WallTime; inside: MeetingSession; join: Join }
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
      return {
        phase: 'knocking',
        ...facts,
        name: now.self.name,
        step: phase.join.step,
        note: phase.join.note,
      };
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
        peers: isAlone(phase.inside) && phase.join.isUnderWay ? now.lastSeen(phase.inside) : common.peers,
        alarm: now.alarm === 'none' ? common.alarm : now.alarm,
      };
    }
  }
}
