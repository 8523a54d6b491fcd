/** What somebody says without a word, on the tile: the hand with its place, reactions, and one word on sound or picture. */
import { Hand } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import { useDigits } from '../digits';
import { Icon } from '../components/icon';
import type { TileWord } from '../seeing/tile-word';
import { TileWordSign } from '../seeing/tile-word-sign';
import { reactionPictures } from './reaction-pictures';

/** @param of a peer id; null: oneself. @param word what else the tile has to say. */
export function TileSigns({
  of,
  word,
  children,
}: {
  of: string | null;
  word: TileWord | null;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const digits = useDigits();
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
            <b aria-hidden="true">{digits(place)}</b>
          </span>
        )}
        {word !== null && word !== 'reconnecting' && <TileWordSign word={word} />}
        {children}
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
