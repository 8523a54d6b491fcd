/** Whether all who are in a meeting have the same list, the same statements, and exactly the keys they should have. */
import { equalPublic, fromHex, toHex } from '../../../../../shared/bytes';
import { FrameOpener } from '../../../../../shared/media/frame-opener';
import { FrameSealer } from '../../../../../shared/media/frame-sealer';
import { comparePositions, readKeyId } from '../../../../../shared/media/key-id';
import { MAX_ROSTER_ENTRIES, nameHashOf, rosterHash } from '../../../../../shared/roster/roster';
import { subtle } from '../../media/people';
import { insideOf, type Crowd, type Participant } from './crowd';
import { TRACK, type Sealing } from './key-chest';

/** What is wrong, in words; nothing if all agree. */
export function disagreements(crowd: Crowd): string[] {
  const outside = crowd.here.filter(({ person }) => !insideOf(person));
  if (outside.length > 0)
    return outside.map(({ person }) => `${person.name} is not inside: ${phaseOf(person.meeting.view)}`);
  return [...listsThatDiffer(crowd), ...keysThatLack(crowd), ...keysTooMany(crowd)];
}

function phaseOf(view: Participant['person']['meeting']['view']): string {
  return view.phase === 'ended' ? view.reason : view.phase;
}

function hashOf({ person }: Participant): string {
  const inside = insideOf(person);
  if (!inside) return 'not inside';
  const own = {
    identity: person.identity,
    peerId: fromHex(person.peerId),
    nameHash: nameHashOf(person.name),
  };
  const entries = inside.members.all.flatMap(({ state, facts }) => {
    if (state.phase !== 'open') return [];
    const { identity, name } = state.introduction;
    return [{ identity, peerId: fromHex(facts.peerId), nameHash: nameHashOf(name) }];
  });
  const heads = inside.group.ledger.heads;
  // Only for a moment: then the list that is told is another one.
  if (entries.length + 1 > MAX_ROSTER_ENTRIES) return 'too many';
  return toHex(rosterHash(inside.base.meetingId, { entries: [own, ...entries], heads }));
}

function listsThatDiffer({ here }: Crowd): string[] {
  const wrong: string[] = [];
  const names = new Map(here.map(({ person }) => [person.peerId, person]));
  for (const { person } of here) {
    const inside = insideOf(person);
    const seen = new Map(inside?.members.all.map((member) => [member.facts.peerId, member]));
    for (const peerId of seen.keys())
      if (!names.has(peerId)) wrong.push(`${person.name} still has somebody who is not here`);
    for (const [peerId, other] of names) {
      if (other === person) continue;
      const state = seen.get(peerId)?.state;
      if (state?.phase !== 'open') wrong.push(`${person.name} lacks ${other.name}`);
      else if (!equalPublic(state.introduction.identity, other.identity))
        wrong.push(`${person.name} has ${other.name} as somebody else`);
      else if (seen.get(peerId)?.canCarry !== true) wrong.push(`${person.name} has no link to ${other.name}`);
    }
    const lists = inside?.group.lists;
    if (lists && lists.alarms.length > 0)
      wrong.push(`${person.name} has an alarm: ${JSON.stringify(lists.alarms)}`);
    if (lists && lists.cannotCompare.length > 0)
      wrong.push(`${person.name} cannot compare with ${lists.cannotCompare.join()}`);
  }
  const hashes = new Set(here.map(hashOf));
  if (hashes.size > 1) wrong.push(`${String(hashes.size)} different roster hashes`);
  return wrong;
}

/** Each hands each exactly the key that it seals with now. */
function keysThatLack({ here, chest }: Crowd): string[] {
  const wrong: string[] = [];
  for (const { person: sender } of here) {
    const sealing = chest.sealing(sender.peerId);
    if (!sealing) wrong.push(`${sender.name} seals with nothing`);
    for (const { person: receiver } of sealing ? here : []) {
      if (sealing === undefined || receiver === sender) continue;
      const has = (): string | undefined => chest.of(receiver.peerId, sender.peerId).get(sealing.keyId);
      // Steps further on are handed out when the worker sees a frame of them, and lost keys asked for.
      if (has() === undefined)
        receiver.meeting.frames({ type: 'key-missing', peerId: sender.peerId, keyId: sealing.keyId });
      if (has() !== sealing.key)
        wrong.push(`${receiver.name} cannot open ${sender.name}, who seals with ${place(sealing)}`);
    }
  }
  return wrong;
}

/** Nobody has a key of what was sealed before it came, or of what is sealed now that it is gone. */
function keysTooMany({ all, here, chest }: Crowd): string[] {
  const wrong: string[] = [];
  for (const { person, fate, before } of all) {
    for (const [sender, sealing] of before) {
      const early = [...chest.of(person.peerId, sender).keys()].filter(
        (keyId) => comparePositions(readKeyId(keyId), sealing) <= 0,
      );
      if (early.length > 0) wrong.push(`${person.name} can open what was sealed before it came`);
    }
    for (const { person: sender } of fate === 'wants-in' ? [] : here) {
      const last = Math.max(-1, ...[...chest.of(person.peerId, sender.peerId).keys()].map(generationOf));
      const now = chest.sealing(sender.peerId)?.generation ?? -1;
      if (last >= now) wrong.push(`${person.name} is gone (${fate}) and could open ${sender.name}`);
    }
  }
  return wrong;
}

const generationOf = (keyId: number): number => readKeyId(keyId).generation;
const place = ({ generation, step }: Sealing): string => `${String(generation)}.${String(step)}`;

/** Whether frames that `sender` seals now open for `receiver`, by the real sealer and opener. */
export async function opens(
  { chest, world }: Crowd,
  sender: Participant,
  receiver: Participant,
): Promise<boolean> {
  const sealing = chest.sealing(sender.person.peerId);
  if (!sealing) throw new Error('seals with nothing');
  const { generation, step, key } = sealing;
  const sealer = new FrameSealer(subtle, () => undefined);
  await sealer.use({ generation, step, tracks: [{ track: TRACK, key: fromHex(key) }] });
  const frame = await sealer.seal(TRACK, 'opus', new Uint8Array(60).fill(7));
  if (!frame.ok) throw new Error(frame.reason);
  const opener = new FrameOpener(subtle, world.scheduler.now, { used: () => undefined });
  const peerId = sender.person.peerId;
  const keys = [...chest.of(receiver.person.peerId, peerId)]
    .slice(-60)
    .map(([keyId, hex]) => ({ keyId, key: fromHex(hex) }));
  await opener.install({ peerId, onTrial: false, keys });
  return (await opener.open({ peerId, track: TRACK, codec: 'opus' }, frame.bytes)).ok;
}
