/** As whom somebody takes part in a meeting. */
import type { HostKeySeed } from './door-key';
import type { Past } from './session';

/** A host holds the seed of the meeting's host key; a guest holds only the link. */
export type Role =
  | {
      role: 'host';
      hostKeySeed: HostKeySeed;
      /** Whom no door has to ask about. */
      expected?: Uint8Array[];
      /** Of a meeting that is opened again. */
      past?: Past;
      /** Keeps a statement before anybody hears of it, at once and for good; throws if it cannot. */
      keep?: (statement: Uint8Array) => void;
    }
  | { role: 'guest' };
