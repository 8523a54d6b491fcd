/** Somebody here has news of a release that this app has not. */
import { Newspaper } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import { useActions, useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { useSettled } from '../settled';
import { isolated } from '../text';

export function ReleaseOffer({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { askMemberForRelease } = useActions();
  const offer = meeting.releaseOffer;
  const outcome = useSelected(({ app }) => app?.releases.outcome ?? null);
  // Another person's offer may take this one's place under the pointer.
  const isSettled = useSettled(offer === null ? '' : `${offer.peerId} ${offer.version}`);
  if (!offer) {
    if (outcome === null || outcome.from === null) return null;
    return (
      <p className="small quiet" role="status" data-testid="release-outcome" data-outcome={outcome.outcome}>
        {t('updates:outcome.from', {
          name: isolated(outcome.from),
          outcome: t(`updates:outcome.${outcome.outcome}`),
        })}
      </p>
    );
  }
  const name = isolated(offer.name);
  return (
    <NoticeBox
      title={t('updates:offer.title', { name, version: offer.version })}
      icon={Newspaper}
      tone="plain"
      testId="release-offer"
    >
      <p>{t('updates:offer.text')}</p>
      <Button
        kind="line"
        isIdle={offer.asked}
        data-testid="release-ask-member"
        onClick={() => {
          if (isSettled) askMemberForRelease(offer.peerId);
        }}
      >
        {offer.asked ? t('updates:offer.asking') : t('updates:offer.ask', { name })}
      </Button>
    </NoticeBox>
  );
}
