import { Hash, QrCode, Smile, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import type { Comparing, Verification, VerifyTab } from '../../state/verification';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';
import { Dialog } from '../components/dialog';
import { EmojiAsked, isAsked } from './emoji-asked';
import { Face } from './live-face';
import { NoticeHere } from '../components/notice-here';
import { Tabs } from '../components/tabs';
import { VerifyCode } from './verify-code';
import { EmojiAnswers, VerifyEmoji } from './verify-emoji';
import { NumberAnswers, VerifyNumber } from './verify-number';
import { LaterButton } from './verify-answers';
import { VerifyResult } from './verify-result';

const icons: Record<VerifyTab, LucideIcon> = { number: Hash, code: QrCode, emoji: Smile };

interface VerifyDialogProps {
  verification: Verification;
  meeting: InsidePhase;
  onReplaceLink: () => void;
}

/** Finding out whom one talks to: by number, by code, by six emoji; and what came of it. */
export function VerifyDialog({ verification, meeting, onReplaceLink }: VerifyDialogProps) {
  if (verification.step !== 'comparing') {
    return (
      <VerifyResult
        key={verification.step}
        result={verification}
        canReplaceLink={meeting.rights === 'host'}
        onReplaceLink={onReplaceLink}
      />
    );
  }
  const peer = meeting.peers.find(({ peerId }) => peerId === verification.peerId);
  return <CompareDialog comparing={verification} peer={peer} />;
}

function CompareDialog({ comparing, peer }: { comparing: Comparing; peer: PeerView | undefined }) {
  const { t } = useTranslation();
  const { closeVerification, chooseTab, emoji } = useActions();
  const panelId = useId();
  const { tab } = comparing;
  const name = nameInText(t, comparing.name);
  const tabs = (['number', 'code', 'emoji'] as const).map((id) => ({
    id,
    icon: icons[id],
    title: t(`verification:verify.tab.${id}`),
  }));
  const view = peer?.emoji ?? { phase: 'idle' };
  const close = () => {
    // The other side would wait in vain; what this person has said already stands.
    if (view.phase === 'waiting' || (view.phase === 'comparing' && !view.mine)) emoji('cancel');
    closeVerification();
  };
  return (
    <Dialog
      width="wide"
      title={t('verification:verify.title', { name })}
      lead={t(`verification:verify.lead.${tab}`)}
      emblem={<Face peer={peer} name={comparing.name} />}
      testId="safety-dialog"
      closeTestId="safety-close"
      onClose={close}
      footer={
        <>
          <LaterButton onClick={close} />
          {tab === 'number' && <NumberAnswers />}
          {tab === 'emoji' && <EmojiAnswers view={view} />}
        </>
      }
    >
      <Tabs
        label={t('verification:verify.tabs')}
        tabs={tabs}
        chosen={tab}
        onChoose={chooseTab}
        panelId={panelId}
        testId="verify-tab"
      />
      <NoticeHere />
      <div role="status" className="notice-here">
        {peer && tab !== 'emoji' && isAsked(peer) && (
          <EmojiAsked
            name={peer.name}
            onOpen={() => {
              chooseTab('emoji');
            }}
          />
        )}
      </div>
      <div className="stack wide" id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
        {tab === 'number' && <VerifyNumber comparing={comparing} />}
        {tab === 'code' && <VerifyCode comparing={comparing} />}
        {tab === 'emoji' && <VerifyEmoji name={name} view={view} />}
      </div>
      {peer?.trust === 'verified' && (
        <p className="small quiet">{t('verification:verify.alreadyVerified', { name })}</p>
      )}
    </Dialog>
  );
}
