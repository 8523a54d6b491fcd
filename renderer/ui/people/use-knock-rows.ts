import { useEffect, useRef, useState, type RefObject } from 'react';
import type { KnockView, PeerView } from '../../state/contract';
import { useActions } from '../context';
import { useSettled } from '../settled';
import {
  followed,
  groupsOf,
  noRows,
  stillWaiting,
  placesOf,
  withoutFinished,
  type Decisions,
  type KnockRows,
} from './knock-rows';

/** A decision that has led to nothing by then can be made again. */
const DECIDING_MS = 5000;
/** How long a decision is to be read where nobody points at the list. */
const READ_MS = 3000;

export interface KnockChoices {
  list: KnockRows;
  /** Pointer or focus is in the list: everybody stays where they are. */
  hold: (isHeld: boolean) => void;
  /** The knock that is next, for a moment after a decision: its name takes the focus wherever the list is then. */
  nextRef: RefObject<string | null>;
  /** False for a moment after anything has moved: nothing may be decided then. */
  isSettled: boolean;
  admit: (knockId: string) => void;
  deny: (knockId: string) => void;
  block: (knockId: string) => void;
  /** All who wait and are verified, and nobody else. */
  admitVerified: () => void;
  /** Those whom the person was asked about, as far as they still wait, and nobody else. */
  admitAll: (askedAbout: readonly KnockView[]) => void;
}

/** @param place where the list is: in another place, everybody has moved */
export function useKnockRows(
  knocks: readonly KnockView[],
  peers: readonly PeerView[],
  place: string,
): KnockChoices {
  const { admit, deny, block } = useActions();
  const [list, setList] = useState(noRows);
  const [isHeld, setIsHeld] = useState(false);
  const nextRef = useRef<string | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const now = followed(list, knocks, peers, decisions);
  if (now !== list) setList(now);
  const isSettled = useSettled(`${place}:${placesOf(now)}`);

  const hasFinished = now.rows.some(({ outcome }) => outcome !== 'waiting');
  const isDone = now.rows.every(({ outcome }) => outcome !== 'waiting');
  const mayTidy = hasFinished && (isDone || !isHeld);
  useEffect(() => {
    if (!mayTidy) return;
    const timer = setTimeout(() => {
      setList(withoutFinished);
    }, READ_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [mayTidy, now]);

  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      running.forEach(clearTimeout);
    };
  }, []);

  function decide(knockId: string, decision: 'admit' | 'deny', ask: (knockId: string) => void): void {
    if (isSettled) decideNow(knockId, decision, ask);
  }

  function decideNow(knockId: string, decision: 'admit' | 'deny', ask: (knockId: string) => void): void {
    ask(knockId);
    setDecisions((made) => new Map(made).set(knockId, decision));
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      nextRef.current = null;
      setDecisions((made) => new Map([...made].filter(([id]) => id !== knockId)));
    }, DECIDING_MS);
    timers.current.add(timer);
  }

  return {
    list: now,
    hold: setIsHeld,
    nextRef,
    isSettled,
    admit: (knockId) => {
      decide(knockId, 'admit', admit);
    },
    deny: (knockId) => {
      decide(knockId, 'deny', deny);
    },
    block: (knockId) => {
      decide(knockId, 'deny', block);
    },
    admitVerified: () => {
      for (const { knock, outcome } of groupsOf(now.rows)[0])
        if (outcome === 'waiting') decide(knock.knockId, 'admit', admit);
    },
    admitAll: (askedAbout) => {
      // Asked in a dialog, where nothing moves.
      for (const knockId of stillWaiting(askedAbout, now.rows)) decideNow(knockId, 'admit', admit);
    },
  };
}
