import type { VolunteerPart, VolunteerPartTest } from './contract';

export type ShownPartTest = VolunteerPartTest | { result: 'running' };
/** What is known of each part so far. */
export type VolunteerTest = Partial<Record<VolunteerPart, ShownPartTest>>;
/** By the id of the volunteer. */
export type VolunteerTests = ReadonlyMap<string, VolunteerTest>;
