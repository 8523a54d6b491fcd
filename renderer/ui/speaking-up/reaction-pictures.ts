/** One drawing for each reaction: Twemoji, CC BY 4.0 (docs/dependencies.md). */
import type { Reaction } from '../../state/contract';
import applause from '@twemoji/svg/1f44f.svg';
import agree from '@twemoji/svg/1f44d.svg';
import heart from '@twemoji/svg/2764.svg';
import laugh from '@twemoji/svg/1f604.svg';
import surprise from '@twemoji/svg/1f62e.svg';
import celebrate from '@twemoji/svg/1f389.svg';

export const reactionPictures: Record<Reaction, string> = {
  applause,
  agree,
  heart,
  laugh,
  surprise,
  celebrate,
};
