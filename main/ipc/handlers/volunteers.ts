/** What the window may ask about volunteers' servers. */
import type { Handlers } from '../server';
import type { Volunteers } from '../../volunteers/volunteers';

type VolunteerRequest = Extract<keyof Handlers, `volunteer:${string}`>;

export function volunteersHandlers(volunteers: Volunteers): Pick<Handlers, VolunteerRequest> {
  return {
    'volunteer:add': async ({ text }) => ({ id: await volunteers.add(text) }),
    'volunteer:change': async ({ id, ...change }) => {
      await volunteers.change(id, change);
    },
    'volunteer:remove': async ({ id }) => {
      await volunteers.remove(id);
    },
    'volunteer:test': ({ id }) => volunteers.test(id),
  };
}
