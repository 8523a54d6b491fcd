/** While a person tries how they are heard, nobody in the meeting hears it, neither from them nor from their loudspeaker. */
import type { SoundTestEvent } from './sound-test';

/** What was played is still in loudspeaker and room for a moment. */
export const FADES_MS = 500;

interface Microphone {
  /** Nobody hears it until what is returned is called. */
  keepQuiet: () => () => void;
}

/** The function returned ends the test. */
export function testQuietly(
  microphone: Microphone,
  start: (listener: (event: SoundTestEvent) => void) => { end: () => void },
  listener: (event: SoundTestEvent) => void,
): () => void {
  let open: (() => void) | null = microphone.keepQuiet();
  const isOver = (): void => {
    if (open) setTimeout(open, FADES_MS);
    open = null;
  };
  const test = start((event) => {
    if (event.type === 'ended' || event.type === 'failed') isOver();
    listener(event);
  });
  return () => {
    test.end();
    isOver();
  };
}
