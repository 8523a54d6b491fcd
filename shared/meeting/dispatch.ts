/**
 * Where each message between members goes, once their channel has opened it. Those about the pair alone are the
 * member's own (members/member.ts); all others come here.
 */
import { toHex } from '../bytes';
import type { Door } from './door/door';
import type { Files } from './files/files';
import type { GroupState } from './group/group-state';
import type { Member } from './members/member';
import type { Members } from './members/members';
import type { MeetingMessage } from './messages/member-messages';
import type { Moderation } from './moderation';
import type { NextOffer } from './next-meeting';
import type { ReleaseExchange } from './releases/release-exchange';
import type { Recordings } from './recording/recordings';
import type { SpeakingUp } from './speaking-up/speaking-up';

export interface MeetingParts {
  members: Members;
  group: GroupState;
  door: Door;
  moderation: Moderation;
  nextOffer: NextOffer;
  speakingUp: SpeakingUp;
  files: Files;
  releases: ReleaseExchange;
  recordings: Recordings;
}

/** Nothing of it throws: what is not meant for here is dropped and counted. */
export function dispatch(from: Member, message: MeetingMessage, parts: MeetingParts): void {
  const { members, group, door, moderation, nextOffer, speakingUp, files, releases, recordings } = parts;
  switch (message.t) {
    case 'introduce':
      for (const peer of message.peers) members.introduced(from, toHex(peer));
      break;
    case 'forward':
      members.passOn(from, toHex(message.to), message.frame);
      break;
    case 'forwarded':
      members.forwarded(from, toHex(message.from), message.frame);
      break;
    case 'key':
      group.keySaid(from, message);
      break;
    case 'key-wanted':
      group.keyWanted(from);
      break;
    case 'statements':
      group.statementsSaid(from, message);
      break;
    case 'roster-hash':
      group.rosterHashSaid(from, message);
      speakingUp.heardSaid(from, message.heard);
      break;
    case 'roster-list':
      group.rosterSaid(from, message);
      break;
    case 'say':
      speakingUp.said(from, message.body);
      break;
    case 'file':
      files.said(from, message);
      break;
    case 'release':
      releases.said(from, message.step);
      break;
    case 'recording-ready':
      recordings.own.readySaid(from, message.number);
      break;
    case 'knocks':
      door.knocksSaid(from, message);
      break;
    case 'decide':
      door.decisionSaid(from, message);
      break;
    case 'personal-links':
      door.personalInvitesSaid(from, message);
      break;
    case 'link-now':
      moderation.inviteSaid(from, message.link);
      break;
    case 'next':
      nextOffer.said(from, message);
      break;
    case 'move':
      moderation.moveSaid(from, message.link);
      break;
    default:
      return message satisfies never;
  }
}
