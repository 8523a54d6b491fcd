import { Trans, useTranslation } from 'react-i18next';
import type { KeyDecision, PeerView } from '../../state/contract';
import { useActions } from '../context';
import { nameInText } from '../text';
import { Dialog, OnlyAnswer } from '../components/dialog';
import { StandingEmblem } from '../components/emblem';
import { NoticeHere } from '../components/notice-here';
import { ThreeLines } from '../components/three-lines';

/** A known name with another key: nothing goes to them until this person decides. It stays until main has heard. */
export function KeyChangedDialog({ peer }: { peer: PeerView }) {
  const { t } = useTranslation();
  const { decideKey } = useActions();
  const name = nameInText(t, peer.name);
  const decide = (as: KeyDecision) => () => {
    decideKey(peer.peerId, as);
  };
  return (
    <Dialog
      role="alertdialog"
      title={t('verification:keyChanged.title', { name })}
      lead={t('verification:keyChanged.lead')}
      emblem={<StandingEmblem of="changed" tone="danger" />}
      testId="key-changed"
      onClose={() => undefined}
      footer={
        <OnlyAnswer testId="key-changed-close" onAnswer={decide('close')}>
          {t('verification:keyChanged.close')}
        </OnlyAnswer>
      }
    >
      <NoticeHere />
      <ThreeLines
        what={t('verification:keyChanged.what', { name })}
        safe={<Trans i18nKey="verification:keyChanged.safe" components={{ b: <b /> }} />}
        todo={t('verification:keyChanged.todo', { name })}
      />
      <h2 className="over-line">{t('verification:keyChanged.sure')}</h2>
      <div className="decisions">
        {(['same-person', 'somebody-else'] as const).map((as) => {
          const words = as === 'same-person' ? 'samePerson' : 'somebodyElse';
          return (
            <button
              key={as}
              type="button"
              className="decision"
              data-testid={`key-changed-${as}`}
              onClick={decide(as)}
            >
              <b>{t(`verification:keyChanged.${words}`)}</b>
              <span className="sub">{t(`verification:keyChanged.${words}Text`, { name })}</span>
            </button>
          );
        })}
      </div>
    </Dialog>
  );
}
