import { useState } from 'react';
import type { PeerView } from '../../state/contract';
import type { Verification } from '../../state/verification';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { CompareDialog } from './compare-dialog';
import { EveryoneDialog } from './everyone-dialog';
import { isInVain } from './verify-emoji';
import { canBeVerified, isUnverified, VerifyPeople } from './verify-people';
import { VerifyResult } from './verify-result';

interface VerifyDialogProps {
  verification: Verification;
  meeting: InsidePhase;
  onReplaceLink: () => void;
}

/** Finding out whom one talks to: one list behind every button that offers it, and what came of it. */
export function VerifyDialog({ verification, meeting, onReplaceLink }: VerifyDialogProps) {
  const { emoji, openVerification, closeVerification } = useActions();
  const people = usePlaces(meeting.peers);
  const peer =
    verification.step === 'comparing'
      ? meeting.peers.find(({ peerId }) => peerId === verification.peerId)
      : undefined;
  const leave = (): void => {
    // The other side would wait in vain; what this person has said already stands.
    if (peer && isInVain(peer.emoji)) emoji('cancel');
  };
  const close = (): void => {
    leave();
    closeVerification();
  };
  const aside = (current: { peerId: string } | 'everyone') =>
    people.length > 1 && <VerifyPeople meeting={meeting} people={people} current={current} onLeave={leave} />;
  switch (verification.step) {
    case 'comparing':
      return (
        <CompareDialog
          key={verification.peerId}
          comparing={verification}
          peer={peer}
          aside={aside(verification)}
          onClose={close}
        />
      );
    case 'everyone':
      return (
        meeting.groupCode && (
          <EveryoneDialog
            groups={meeting.groupCode}
            meeting={meeting}
            aside={aside('everyone')}
            onClose={closeVerification}
          />
        )
      );
    default: {
      const isSame = verification.step === 'same';
      const next = people.find(
        (one) => isUnverified(one) && canBeVerified(one) && isSame && one.peerId !== verification.peerId,
      );
      return (
        <VerifyResult
          key={verification.step}
          result={verification}
          aside={isSame && aside(verification)}
          next={
            next && {
              name: next.name,
              onOpen: () => {
                openVerification(next.peerId);
              },
            }
          }
          onReplaceLink={meeting.rights === 'host' ? onReplaceLink : undefined}
        />
      );
    }
  }
}

/** Unverified people first; after that nobody moves while the dialog is open, and newcomers come last. */
function usePlaces(peers: readonly PeerView[]): readonly PeerView[] {
  const [first] = useState(() =>
    peers.toSorted((a, b) => Number(isUnverified(b)) - Number(isUnverified(a))).map(({ peerId }) => peerId),
  );
  const placeOf = ({ peerId }: PeerView): number => {
    const place = first.indexOf(peerId);
    return place === -1 ? first.length : place;
  };
  return peers.toSorted((a, b) => placeOf(a) - placeOf(b));
}
