/**
 * By what a newcomer's first connection is described: the door's channel, since the pair has none of its own yet. The
 * connection belongs to the member from the moment of admission; whoever stands at the door only carries words.
 */
import type { CompactDescription } from '../../wire/description';

export interface FirstSignalling {
  /**
   * Tells the other end how this one is described, as often as it takes.
   * @param answered called at most once, with the other end's answer; never where this end answers itself.
   */
  describe: (own: CompactDescription, answered: (remote: CompactDescription) => void) => void;
  /** Nothing more has to be said: the pair's own channel stands, or nothing came of it. May be called again. */
  end: () => void;
}
