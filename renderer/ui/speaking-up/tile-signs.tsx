/** What somebody says without a word, on the tile: the hand with its place, reactions, and that nobody hears this person. */
import { Hand } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SpeakingUpView } from '../../state/contract';
import { useSelected } from '../context';
import { Icon } from '../components/icon';
import { reactionPictures } from './reaction-pictures';

/** @param of a peer id; null: oneself. */
export function TileSigns({ of }: { of: string | null }) {
  const { t } = useTranslation();
  const view = useSelected(({ meeting }) => (meeting.phase === 'inside' ? meeting.speakingUp : null));
  if (view === null) return null;
  const is = ({ peerId, mine }: { peerId: string; mine: boolean }): boolean =>
    of === null ? mine : peerId === of;
  const place = view.hands.findIndex(is) + 1;
  return (
    <>
      <div className="signs">
        {place > 0 && (
          <span
            className="sign hand"
            role="img"
            aria-label={t('speaking:hand.place', { place })}
            data-testid="tile-hand"
          >
            <Icon of={Hand} size="small" />
            <b aria-hidden="true">{place}</b>
          </span>
        )}
        {isSilenced(view, of) && (
          <span className="sign small" data-testid="tile-silenced">
            {t('speaking:silence.mark')}
          </span>
        )}
      </div>
      <div className="floating" aria-hidden="true">
        {view.reactions.filter(is).map(({ id, reaction }) => (
          <img
            key={id}
            src={reactionPictures[reaction]}
            alt=""
            draggable={false}
            data-testid="tile-reaction"
            data-reaction={reaction}
          />
        ))}
      </div>
    </>
  );
}

function isSilenced({ quiet }: SpeakingUpView, of: string | null): boolean {
  return of === null ? quiet.mine !== null : quiet.silenced.includes(of);
}
