import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { Button } from '../components/button';
import { ChoosePeople } from '../components/choose-people';
import { Dialog } from '../components/dialog';

/** Going on in a new meeting: with whom is chosen, nobody is taken along unasked. */
export function ContinueDialog({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const { continueElsewhere } = useActions();
  const [left, setLeft] = useState<ReadonlySet<string>>(
    // Whoever holds the host's key is no company to take along unasked.
    () => new Set(meeting.alarm === 'host-contradiction' ? hostsAmong(meeting.peers) : []),
  );
  const chosen = meeting.peers.filter((peer) => !left.has(peer.peerId));

  return (
    <Dialog
      width="narrow"
      title={t('group:continue.title')}
      testId="continue-dialog"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('group:continue.stay')}</Button>
          <Button
            kind="main"
            className="push"
            disabled={chosen.length === 0}
            data-testid="continue-confirm"
            onClick={() => {
              continueElsewhere(chosen.map((peer) => peer.peerId));
              onClose();
            }}
          >
            {t('group:continue.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('group:continue.text')}</p>
      <ChoosePeople
        legend={t('group:continue.who')}
        people={meeting.peers.map(({ peerId, name, role }) => ({
          ...{ peerId, name },
          note: role === 'member' ? undefined : t(`meeting:people.${role}`),
        }))}
        chosen={new Set(chosen.map(({ peerId }) => peerId))}
        testId="continue-person"
        onChoose={(next) => {
          const all = [...left, ...meeting.peers.map(({ peerId }) => peerId)];
          setLeft(new Set(all.filter((peerId) => !next.has(peerId))));
        }}
      />
    </Dialog>
  );
}

function hostsAmong(peers: readonly PeerView[]): string[] {
  return peers.filter((peer) => peer.role === 'host').map((peer) => peer.peerId);
}
