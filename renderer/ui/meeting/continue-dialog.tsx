import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { Avatar } from '../components/avatar';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { Name } from '../components/name';

/** Going on in a new meeting: with whom is chosen, nobody is taken along unasked. */
export function ContinueDialog({ meeting, onClose }: { meeting: InsidePhase; onClose: () => void }) {
  const { t } = useTranslation();
  const { continueElsewhere } = useActions();
  const [left, setLeft] = useState<ReadonlySet<string>>(
    // Whoever holds the host's key is no company to take along unasked.
    () => new Set(meeting.alarm === 'host-contradiction' ? hostsAmong(meeting.peers) : []),
  );
  const chosen = meeting.peers.filter((peer) => !left.has(peer.peerId));

  function choose(peerId: string, isChosen: boolean): void {
    const next = new Set(left);
    if (isChosen) next.delete(peerId);
    else next.add(peerId);
    setLeft(next);
  }

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
      <fieldset className="choose-people">
        <legend className="over-line">{t('group:continue.who')}</legend>
        {meeting.peers.map((peer) => (
          <label key={peer.peerId} className="choose-person">
            <Avatar name={peer.name} size="small" />
            <span className="grow row">
              <Name of={peer.name} />
              {peer.role !== 'member' && (
                <span className="small quiet">{t(`meeting:people.${peer.role}`)}</span>
              )}
            </span>
            <input
              type="checkbox"
              className="check"
              checked={!left.has(peer.peerId)}
              data-testid="continue-person"
              onChange={(event) => {
                choose(peer.peerId, event.target.checked);
              }}
            />
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

function hostsAmong(peers: readonly PeerView[]): string[] {
  return peers.filter((peer) => peer.role === 'host').map((peer) => peer.peerId);
}
