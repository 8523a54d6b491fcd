/** What can be done about one person, opened from a tile. */
import { Ellipsis } from 'lucide-react';
import { useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { IconButton } from '../components/button';
import { useSelected } from '../context';
import { RemoveDialog } from '../people/remove-dialog';
import { nameInText } from '../text';
import { TileMenuParts } from './tile-menu-parts';

interface TileMenuButtonProps {
  ref: Ref<HTMLButtonElement>;
  /** Of the menu. */
  id: string;
  name: string;
  isOpen: boolean;
}

/** In the corner of the tile. */
export function TileMenuButton({ ref, id, name, isOpen }: TileMenuButtonProps) {
  const { t } = useTranslation();
  return (
    <IconButton
      ref={ref}
      className="tile-menu-open"
      icon={Ellipsis}
      label={t('seeing:menu.open', { name: nameInText(t, name) })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      popoverTarget={id}
      data-testid="tile-menu"
    />
  );
}

interface TileMenuProps {
  id: string;
  peer: PeerView;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  /** Opens the chat, to this person alone. */
  onWrite: () => void;
}

/**
 * A dialog and no menu, since a slider stands in it. It lies beside the tile, whose colours are of the night. The
 * popover is native: Esc and a click beside it close it, and the focus goes back.
 */
export function TileMenu({ id, peer, isOpen, onToggle, onWrite }: TileMenuProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [isRemoving, setIsRemoving] = useState(false);
  const turnsLobbyOn = useSelected(
    ({ meeting }) => meeting.phase === 'inside' && meeting.open && !meeting.lobby,
  );
  const close = (): void => {
    box.current?.hidePopover();
  };
  return (
    <>
      <div
        ref={box}
        id={id}
        className="menu tile-menu"
        role="dialog"
        aria-label={nameInText(t, peer.name)}
        popover="auto"
        data-testid="tile-menu-dialog"
        onToggle={({ newState }) => {
          onToggle(newState === 'open');
        }}
        onKeyDown={moveFocus}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) close();
        }}
      >
        {isOpen && (
          <TileMenuParts
            peer={peer}
            onDone={close}
            onWrite={onWrite}
            onRemove={() => {
              setIsRemoving(true);
            }}
          />
        )}
      </div>
      {isRemoving && (
        <RemoveDialog
          peer={peer}
          turnsLobbyOn={turnsLobbyOn}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      )}
    </>
  );
}

/** Up and down go from one to the next, as in a menu; left and right are the slider's. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), input')];
  const now = all.findIndex((one) => one === document.activeElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  all.at(next % all.length)?.focus();
}
