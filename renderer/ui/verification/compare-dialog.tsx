import { Hash, QrCode, Smile, type LucideIcon } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import type { Comparing, VerifyTab } from '../../state/verification';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Dialog } from '../components/dialog';
import { EmojiAsked, isAsked } from './emoji-asked';
import { Face } from './live-face';
import { NoticeHere } from '../components/notice-here';
import { Tabs } from '../components/tabs';
import { VerifyCode } from './verify-code';
import { LaterButton } from './verify-answers';
import { EmojiAnswers, VerifyEmoji } from './verify-emoji';
import { NumberAnswers, VerifyNumber } from './verify-number';

const icons: Record<VerifyTab, LucideIcon> = { emoji: Smile, number: Hash, code: QrCode };

interface CompareDialogProps {
  comparing: Comparing;
  peer: PeerView | undefined;
  aside: ReactNode;
  onClose: () => void;
}

/** One person: by six emoji first, by number or code as well. */
export function CompareDialog({ comparing, peer, aside, onClose }: CompareDialogProps) {
  const { t } = useTranslation();
  const { chooseTab } = useActions();
  const panelId = useId();
  const { tab } = comparing;
  const name = nameInText(t, comparing.name);
  const tabs = (['emoji', 'number', 'code'] as const).map((id) => ({
    id,
    icon: icons[id],
    title: t(`verification:verify.tab.${id}`),
  }));
  const view = peer?.emoji ?? { phase: 'idle' };
  const answers = {
    number: <NumberAnswers />,
    emoji: <EmojiAnswers view={view} />,
    code: <LaterButton onClick={onClose} />,
  }[tab];
  return (
    <Dialog
      width={aside === false ? 'wide' : 'list'}
      title={t('verification:verify.title', { name })}
      lead={t(tab === 'emoji' ? 'verify-list:lead' : `verification:verify.lead.${tab}`)}
      emblem={<Face peer={peer} name={comparing.name} />}
      testId="safety-dialog"
      closeTestId="safety-close"
      aside={aside}
      closesBeside={false}
      onClose={onClose}
      footer={answers}
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
