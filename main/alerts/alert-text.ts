/** What a message of the system says. It stands on screens that others see, and is drawn by programs of others. */
import { cleanName } from '../../shared/identity/name';
import { MAX_WAITING_TOLD, type AlertWords, type MeetingView } from '../../shared/ipc';
import type { NewsKind } from './news';

export interface AlertText {
  title: string;
  body: string;
}

const APP = 'Vigil';
const MAX_LENGTH = 80;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Some of these programs take what they are given for HTML, with pictures to fetch. */
const MARKUP: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '&': '＆' };

/** @param named with names and the meeting's title; without, nothing of the meeting is in it. */
export function alertText(kind: NewsKind, view: MeetingView, words: AlertWords, named: boolean): AlertText {
  if (!named) return { title: APP, body: plainText(kind, view, words) };
  const title = 'title' in view ? harmless(view.title) : '';
  return {
    title: title === '' ? APP : title,
    body: namedText(kind, view, words) ?? plainText(kind, view, words),
  };
}

function plainText(kind: NewsKind, view: MeetingView, words: AlertWords): string {
  switch (kind) {
    case 'knock':
      return waitingText(view.phase === 'inside' ? view.knocks.length : 1, words);
    case 'hand':
      return words.hand;
    case 'joined':
      return words.joined;
    case 'not-joined':
      return words.notJoined;
    case 'ended':
      return words.ended;
    case 'end-asked':
      return words.endAsked;
  }
}

/** It names nobody. */
export function microphoneText(on: boolean, { microphone }: AlertWords): AlertText {
  return { title: APP, body: on ? microphone.on : microphone.off };
}

/** @param count of people who wait, 1 or more */
export function waitingText(count: number, words: AlertWords): string {
  return words.waiting[Math.min(count, MAX_WAITING_TOLD) - 1] ?? '';
}

/** Null where there is no single person to name. */
function namedText(kind: NewsKind, view: MeetingView, words: AlertWords): string | null {
  if (view.phase !== 'inside') return null;
  if (kind === 'knock') {
    const [knock, ...others] = view.knocks;
    if (!knock || others.length > 0) return null;
    const name = shownName(knock.name, words);
    return filled(words.named.waiting, { name, standing: words.standing[knock.trust] });
  }
  if (kind !== 'hand') return null;
  const hand = view.speakingUp.hands.findLast(({ mine }) => !mine);
  return hand ? filled(words.named.hand, { name: shownName(hand.name, words), standing: '' }) : null;
}

function shownName(name: string, { someone }: AlertWords): string {
  const shown = harmless(name);
  return `${FIRST_STRONG_ISOLATE}${shown === '' ? someone : shown}${POP_ISOLATE}`;
}

function harmless(text: string): string {
  const plain = cleanName(text).replace(/[<>&]/g, (mark) => MARKUP[mark] ?? '');
  const letters = Array.from(new Intl.Segmenter().segment(plain), ({ segment }) => segment);
  return letters.slice(0, MAX_LENGTH).join('');
}

function filled(sentence: string, parts: { name: string; standing: string }): string {
  return sentence.replace(/\{\{(name|standing)\}\}/g, (_place, part: 'name' | 'standing') => parts[part]);
}
