import { Smile } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { useActions, useSelected } from '../context';
import { nameInText } from '../text';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';

/** Whoever is asked to compare emoji need not have the dialog open. */
export function EmojiAskedNotices({ peers }: { peers: readonly PeerView[] }) {
  const inDialog = useSelected(({ verification }) =>
    verification?.step === 'comparing' ? verification.peerId : null,
  );
  const { openVerification } = useActions();
  return peers
    .filter((peer) => isAsked(peer) && peer.peerId !== inDialog)
    .map((peer) => (
      <EmojiAsked
        key={peer.peerId}
        name={peer.name}
        onOpen={() => {
          openVerification(peer.peerId, 'emoji');
        }}
      />
    ));
}

export function isAsked({ emoji }: PeerView): boolean {
  return emoji.phase === 'waiting' || (emoji.phase === 'comparing' && !emoji.mine);
}

export function EmojiAsked({ name, onOpen }: { name: string; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <NoticeBox
      tone="calling"
      icon={Smile}
      title={t('verification:verify.emoji.asked', { name: nameInText(t, name) })}
      testId="emoji-asked"
    >
      <p>{t('verification:verify.emoji.askedText')}</p>
      <div className="answers">
        <Button kind="line" data-testid="emoji-asked-open" onClick={onOpen}>
          {t('verification:verify.emoji.open')}
        </Button>
      </div>
    </NoticeBox>
  );
}
