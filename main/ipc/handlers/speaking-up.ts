/** What the window may ask of chat, hands, reactions, and of who may write and be heard. */
import { VigilError } from '../../../shared/errors';
import type { Clipboards } from '../../clipboard/clipboards';
import type { MeetingRunner } from '../../meeting/runner';
import { openPageIn, pageIn } from '../../window/web-pages';
import type { Handlers } from '../server';

type SpeakingUpRequest =
  | 'chat:news'
  | 'chat:write'
  | 'chat:copy'
  | 'chat:open-page'
  | 'chat:copy-address'
  | 'chat:pause'
  | 'hand:raise'
  | 'hand:lower'
  | 'reaction:show'
  | 'silence:one'
  | 'silence:all'
  | 'silence:end'
  | 'silence:answer';

export function speakingUpHandlers(
  runner: Pick<MeetingRunner, 'speakingUp' | 'quiet'>,
  clipboards: Pick<Clipboards, 'copy'>,
  /** Nothing may leave but by the proxy: a browser goes its own way. */
  isPrivate: () => boolean,
): Pick<Handlers, SpeakingUpRequest> {
  const textOf = (id: string): string => {
    const text = runner.speakingUp.chat.textOf(id);
    if (text === null) throw new VigilError('no-such-message');
    return text;
  };
  return {
    'chat:news': ({ seen }) => runner.speakingUp.chat.news(seen),
    'chat:write': ({ text, to }) => runner.speakingUp.chat.write(text, to),
    'chat:copy': async ({ id }) => {
      await clipboards.copy(textOf(id));
    },
    'chat:open-page': async ({ id, address }) => {
      if (isPrivate()) throw new VigilError('not-allowed');
      await openPageIn(textOf(id), address);
    },
    'chat:copy-address': async ({ id, address }) => {
      await clipboards.copy(pageIn(textOf(id), address).href);
    },
    'chat:pause': ({ on }) => {
      runner.quiet.setPaused(on);
    },
    'hand:raise': ({ up }) => {
      inTime(runner.speakingUp.raiseHand(up));
    },
    'hand:lower': ({ peerId }) => {
      inTime(runner.speakingUp.lowerHand(peerId));
    },
    'reaction:show': ({ reaction }) => {
      inTime(runner.speakingUp.react(reaction));
    },
    'silence:one': ({ peerId, on }) => {
      runner.quiet.setSilenced(peerId, on);
    },
    'silence:all': ({ floor }) => {
      runner.quiet.silenceAll(floor);
    },
    'silence:end': () => {
      runner.quiet.endSilence();
    },
    'silence:answer': ({ count }) => {
      runner.quiet.answer(count);
    },
  };
}

/** Throws VigilError too-often. */
function inTime(done: boolean): void {
  if (!done) throw new VigilError('too-often');
}
