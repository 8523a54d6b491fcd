import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { heldOrder, isSameOrder, speakerOrder, type SpeakerOrder } from './speaker-order';

/** @param isHeld somebody points or has gone there: a click must not land on another person. */
export function useSpeakerOrder({ peers, speakingUp }: InsidePhase, isHeld: boolean): SpeakerOrder {
  const { language } = useTranslation().i18n;
  const { pinned, dominant } = useSelected(({ seeing, speaking }) => ({
    pinned: seeing.pinned,
    dominant: speaking.dominant,
  }));
  const hands = speakingUp.hands.map(({ peerId }) => peerId);
  const now = speakerOrder(peers, pinned, dominant, hands, language);
  const [last, setLast] = useState({ order: now, pinned });
  // Pinning is what this person has just asked for.
  const next = isHeld && pinned === last.pinned ? heldOrder(last.order, now) : now;
  if (isSameOrder(next, last.order) && pinned === last.pinned) return last.order;
  setLast({ order: next, pinned });
  return next;
}
