/**
 * How fast one relay may talk. Each message costs a look with the keys of all rooms, a long one more, and a ping an
 * answer; what comes faster waits in the network, at the relay's cost. Nothing is thrown away: a burst is what an honest
 * relay has kept.
 */
import type { WebSocket } from 'ws';
import type { SteadyClock } from '../../../shared/clocks';
import { Allowance } from '../../../shared/meeting/limits/rate-limit';
import { systemClocks } from '../../clocks';

/** More than all that a subscription of many rooms can bring at once. */
export const AT_ONCE = 2000;
/** A thousand in a second. */
const EACH_MS = 1;
/** Bytes; longer ones count as several. An envelope is one. */
const ONE_MESSAGE = 4096;
/** Long enough that there is something to go on with. */
export const PAUSE_MS = 200;

/** Before any other listener of its messages. */
export function limitFlow(socket: WebSocket, steady: SteadyClock = systemClocks.steady): void {
  const allowance = new Allowance(AT_ONCE, EACH_MS, steady);
  let resuming: NodeJS.Timeout | undefined;
  const came = (data: Buffer): void => {
    let isOver = false;
    for (let count = Math.ceil((data.length || 1) / ONE_MESSAGE); count > 0; count--)
      isOver = !allowance.take();
    if (!isOver || resuming) return;
    socket.pause();
    resuming = setTimeout(() => {
      resuming = undefined;
      // An end is only seen by a socket that reads.
      socket.resume();
    }, PAUSE_MS);
  };
  socket.on('message', came);
  socket.on('ping', came);
  socket.on('pong', came);
  socket.on('close', () => {
    clearTimeout(resuming);
  });
}
