import type { PostProcessorModule, TOptions } from 'i18next';
import { directionOf } from './direction';

const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

interface Resolved extends TOptions {
  i18nResolved?: { usedLng?: string };
}

/** A text that is said in another language, since the chosen one lacks it, is written in the direction of its own. */
export const ownDirection: PostProcessorModule = {
  type: 'postProcessor',
  name: 'own-direction',
  process: (text, _key, options: Resolved, { language }: { language: string }) => {
    const used = options.i18nResolved?.usedLng ?? language;
    if (used === language) return text;
    const direction = directionOf(used);
    if (direction === directionOf(language)) return text;
    return `${direction === 'ltr' ? LEFT_TO_RIGHT_ISOLATE : RIGHT_TO_LEFT_ISOLATE}${text}${POP_ISOLATE}`;
  },
};
