/** While the vault is locked the window is answered next to nothing. */
import { VigilError } from '../../shared/errors';
import type { RequestName } from '../../shared/ipc';
import type { Handlers } from './server';

/** What is answered while it is locked. */
const ALWAYS: ReadonlySet<string> = new Set<RequestName>(['lock:get', 'vault:unlock', 'vault:start-over']);

/** The same handlers; all but a few throw VigilError `locked` while the vault is. */
export function guardedByLock(handlers: Handlers, isLocked: () => boolean): Handlers {
  const guarded = Object.entries(handlers).map(([name, handler]) => [
    name,
    (argument: never) => {
      if (isLocked() && !ALWAYS.has(name)) throw new VigilError('locked');
      return handler(argument);
    },
  ]);
  return Object.fromEntries(guarded) as Handlers;
}
