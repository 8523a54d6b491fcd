/** Text that other people wrote: names and titles are untrusted and may hold any script. */
import type { TFunction } from 'i18next';

// Marks that steer the direction of text could make one name change how the words around it read.
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '');
}

/** For text inside a sentence: its writing direction stays its own. */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${withoutDirectionMarks(text)}${POP_ISOLATE}`;
}

/** A name that somebody chose, for the middle of a sentence; who has said none yet is somebody. */
export function nameInText(t: TFunction, name: string): string {
  return isolated(withoutDirectionMarks(name).trim() === '' ? t('common:somebody') : name);
}

/** The first letter as people see it: a whole emoji, a whole syllable. */
export function initialOf(name: string): string {
  const first = new Intl.Segmenter().segment(withoutDirectionMarks(name).trim())[Symbol.iterator]().next();
  return first.done === true ? '·' : first.value.segment.toLocaleUpperCase();
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
