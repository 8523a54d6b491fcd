import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { heldOrder, isSameOrder, speakerOrder, type SpeakerOrder } from './speaker-order';

/**
 * Whoever is in the spotlight stands where the speaker would.
 * @param isHeld somebody points or has gone there: a click must not land on another person.
 */
export function useSpeakerOrder(
  { peers, speakingUp, spotlight }: InsidePhase,
  isHeld: boolean,
): SpeakerOrder {
  const { language } = useTranslation().i18n;
  const { pinned, dominant } = useSelected(({ seeing, speaking }) => ({
    pinned: seeing.pinned,
    dominant: speaking.dominant,
  }));
  const hands = speakingUp.hands.map(({ peerId }) => peerId);
  const first = spotlight === null || spotlight.mine ? dominant : spotlight.peerId;
  const now = speakerOrder(peers, pinned, first, hands, language);
  const asked = { pinned, spotlight: spotlight?.id };
  const [last, setLast] = useState({ order: now, ...asked });
  // Pinning is what this person has just asked for, and a spotlight is for everyone at once.
  const isAsked = pinned !== last.pinned || asked.spotlight !== last.spotlight;
  const next = isHeld && !isAsked ? heldOrder(last.order, now) : now;
  if (isSameOrder(next, last.order) && !isAsked) return last.order;
  setLast({ order: next, ...asked });
  return next;
}
