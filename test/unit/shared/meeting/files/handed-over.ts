/** What tests do with files in a simulated meeting. */
import type { FileView } from '../../../../../shared/meeting/views';
import { Place, offeredOf } from '../../../../support/world/files-in-memory';
import { inside } from '../../../../support/world/people';
import type { Person, World } from '../../../../support/world/world';

export const filesOf = (person: Person): FileView[] => inside(person).files;

export function fileOf(person: Person, name = 'a.bin'): FileView {
  const file = filesOf(person).find((one) => one.name === name);
  if (!file) throw new Error(`${person.name} has no ${name}`);
  return file;
}

export const stateOf = (person: Person, name?: string): string => fileOf(person, name).state;

export function offer(from: Person, bytes: Uint8Array, to: string | null = null, name = 'a.bin') {
  const file = offeredOf(name, bytes);
  from.meeting.files.offer(file, to);
  return file;
}

/** The person wants it. */
export function take(person: Person, name?: string): Place {
  const { id, size } = fileOf(person, name);
  const place = new Place(size);
  person.meeting.files.accept(id, place);
  return place;
}

/** Offered by the one, taken by the other, not arrived yet. */
export function begun(world: World, from: Person, to: Person, bytes: Uint8Array): Place {
  offer(from, bytes);
  world.run(200);
  return take(to);
}
