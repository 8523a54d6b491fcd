/** What tests do with what people say to each other in a simulated meeting. */
import type { Member } from '../../../../../shared/meeting/members/member';
import type { MemberMessage } from '../../../../../shared/meeting/messages/member-messages';
import {
  decodeSpoken,
  encodeSpoken,
  type SpokenEvent,
} from '../../../../../shared/meeting/messages/spoken-events';
import { idOf, inside } from '../../../../support/world/people';
import type { Person } from '../../../../support/world/world';

export const textsOf = ({ meeting }: Person): string[] =>
  meeting.speakingUp.chat.messages.map(({ text }) => text);

export const handsOf = (person: Person): string[] => inside(person).speakingUp.hands.map(({ name }) => name);

export function memberOf(person: Person, name: string): Member {
  const member = person.meeting.members.get(idOf(person, name));
  if (!member) throw new Error(`${person.name} has no ${name}`);
  return member;
}

/** From now on what this person says to others is handed to `carry`, which sends it, or does not. */
export function onTheWay(
  { meeting }: Person,
  carry: (body: Uint8Array, send: (body: Uint8Array) => void, to: Member) => void,
): void {
  for (const member of meeting.members.all) {
    const send = member.send.bind(member);
    member.send = (message: MemberMessage): boolean => {
      if (message.t !== 'say') return send(message);
      carry(message.body, (body) => send({ t: 'say', body }), member);
      return true;
    };
  }
}

/** The events that this person says from now on, by the name of who is told. */
export function overheard(person: Person): [name: string, event: SpokenEvent][] {
  const heard: [string, SpokenEvent][] = [];
  onTheWay(person, (body, send, to) => {
    const event = decodeSpoken(body)?.event;
    if (event) heard.push([to.name, event]);
    send(body);
  });
  return heard;
}

/** An app of its own making says this to one other, as the next of its numbers. */
export function forge(from: Person, to: Person, ...events: (SpokenEvent | { e: string })[]): void {
  const member = memberOf(from, to.name);
  let number = to.meeting.gathered.speakingUp.takenOf(memberOf(to, from.name));
  for (const event of events) member.send({ t: 'say', body: encodeSpoken(number++, event as SpokenEvent) });
}
