/** The buttons of a tile's menu: what changes only here, and what changes for everyone. */
import {
  Check,
  Hand,
  MessageSquare,
  Mic,
  MicOff,
  Pin,
  PinOff,
  ShieldQuestionMark,
  Spotlight,
  UserRoundX,
  VideoOff,
  VolumeX,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useId, useRef, type ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { volumeOf } from '../../state/seeing';
import { Icon } from '../components/icon';
import { useActions, useSelected } from '../context';
import { nameInText } from '../text';
import { VolumeSlider } from './volume-slider';

interface PartsProps {
  peer: PeerView;
  /** Closes the menu. */
  onDone: () => void;
  onWrite: () => void;
  onRemove: () => void;
}

export function TileMenuParts({ peer, onDone, onWrite, onRemove }: PartsProps) {
  return (
    <>
      <OnlyForYou peer={peer} onDone={onDone} onWrite={onWrite} />
      <ForEveryone peer={peer} onDone={onDone} onRemove={onRemove} />
    </>
  );
}

function OnlyForYou({ peer, onDone, onWrite }: Omit<PartsProps, 'onRemove'>) {
  const { t } = useTranslation();
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const { pin, setVolume, muteForMe, showPicture, openVerification } = useActions();
  const { isPinned, isGroup, volume, isMuted, isUnseen, mayWrite } = useSelected(({ seeing, meeting }) => ({
    isPinned: seeing.pinned.includes(peer.peerId),
    // Of two, the other one is large in any case.
    isGroup: meeting.phase === 'inside' && meeting.peers.length > 1,
    volume: volumeOf(seeing, peer.peerId),
    isMuted: seeing.muted.has(peer.peerId),
    isUnseen: seeing.unseen.has(peer.peerId),
    mayWrite: meeting.phase === 'inside' && meeting.speakingUp.quiet.mayWrite,
  }));
  useEffect(() => {
    group.current?.querySelector<HTMLElement>('button, input')?.focus();
  }, []);
  return (
    <div ref={group} role="group" aria-labelledby={id}>
      <p id={id} className="over-line">
        {t('seeing:menu.mine')}
      </p>
      {isGroup && (
        <Item
          icon={isPinned ? PinOff : Pin}
          title={t(isPinned ? 'seeing:menu.unpin' : 'seeing:menu.pin')}
          data-testid="tile-menu-pin"
          onClick={() => {
            onDone();
            pin(peer.peerId, !isPinned);
          }}
        />
      )}
      <VolumeSlider
        label={t('seeing:menu.volume', { name: nameInText(t, peer.name) })}
        volume={volume}
        isMuted={isMuted}
        onVolume={(percent) => {
          setVolume(peer.peerId, percent);
        }}
      />
      <Item
        icon={VolumeX}
        title={t('seeing:menu.mute')}
        aria-pressed={isMuted}
        data-testid="tile-menu-mute"
        onClick={() => {
          muteForMe(peer.peerId, !isMuted);
        }}
      />
      <Item
        icon={VideoOff}
        title={t('seeing:menu.noPicture')}
        aria-pressed={isUnseen}
        data-testid="tile-menu-no-picture"
        onClick={() => {
          showPicture(peer.peerId, isUnseen);
        }}
      />
      {mayWrite && (
        <Item
          icon={MessageSquare}
          title={t('seeing:menu.write')}
          data-testid="tile-menu-write"
          onClick={() => {
            onDone();
            onWrite();
          }}
        />
      )}
      <Item
        icon={ShieldQuestionMark}
        title={t('seeing:menu.verify')}
        data-testid="tile-menu-verify"
        onClick={() => {
          onDone();
          openVerification(peer.peerId);
        }}
      />
    </div>
  );
}

/** Nothing, for whom has no right; main checks every right again. */
function ForEveryone({ peer: { peerId, removable }, onDone, onRemove }: Omit<PartsProps, 'onWrite'>) {
  const { t } = useTranslation();
  const id = useId();
  const { silence, lowerHand, spotlight, endSpotlight } = useActions();
  const { rights, isSilenced, handIsUp, isLit, isGroup } = useSelected(({ meeting }) => ({
    // Of two, the other one is large in any case.
    isGroup: meeting.phase === 'inside' && meeting.peers.length > 1,
    isLit: meeting.phase === 'inside' && meeting.spotlight?.peerId === peerId,
    rights: meeting.phase === 'inside' ? meeting.rights : 'none',
    isSilenced: meeting.phase === 'inside' && meeting.speakingUp.quiet.silenced.includes(peerId),
    handIsUp: meeting.phase === 'inside' && meeting.speakingUp.hands.some((hand) => hand.peerId === peerId),
  }));
  const maySilence = rights !== 'none' && (isSilenced || removable);
  const mayLower = rights !== 'none' && handIsUp;
  const mayLight = rights !== 'none' && (isLit || isGroup);
  if (!maySilence && !mayLower && !mayLight && !removable) return null;
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="over-line">
        {t('seeing:menu.all')}
      </p>
      {mayLight && (
        <Item
          icon={Spotlight}
          title={t(isLit ? 'spotlight:menu.end' : 'spotlight:menu.put')}
          data-testid="tile-menu-spotlight"
          onClick={() => {
            onDone();
            if (isLit) endSpotlight();
            else spotlight(peerId);
          }}
        />
      )}
      {maySilence && (
        <Item
          icon={isSilenced ? Mic : MicOff}
          title={t(isSilenced ? 'speaking:silence.speak' : 'speaking:silence.one')}
          data-testid="tile-menu-silence"
          onClick={() => {
            onDone();
            silence(peerId, !isSilenced);
          }}
        />
      )}
      {mayLower && (
        <Item
          icon={Hand}
          title={t('speaking:control.handLower')}
          data-testid="tile-menu-lower"
          onClick={() => {
            onDone();
            lowerHand(peerId);
          }}
        />
      )}
      {removable && (
        <Item
          icon={UserRoundX}
          className="danger"
          title={t('seeing:menu.remove')}
          data-testid="tile-menu-remove"
          onClick={() => {
            onDone();
            onRemove();
          }}
        />
      )}
    </div>
  );
}

interface ItemProps extends ComponentPropsWithRef<'button'> {
  icon: LucideIcon;
  title: string;
}

function Item({ icon, title, ...rest }: ItemProps) {
  return (
    <button type="button" {...rest}>
      <Icon of={icon} />
      <span className="grow">{title}</span>
      {rest['aria-pressed'] === true && <Icon of={Check} />}
    </button>
  );
}
