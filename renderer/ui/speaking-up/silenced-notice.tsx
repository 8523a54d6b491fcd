import { Hand, MicOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { Button } from '../components/button';
import { NoticeBox } from '../components/notice-box';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';

/** Tells the silenced person at once who did it, and how to ask for the word. */
export function SilencedNotice({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { raiseHand } = useActions();
  const { quiet, hands } = meeting.speakingUp;
  const handIsUp = hands.some(({ mine }) => mine);
  return (
    <div role="alert" className="notices">
      {quiet.mine && (
        <NoticeBox
          tone="plain"
          icon={MicOff}
          title={
            quiet.mine.by === ''
              ? t('speaking:silence.mine')
              : t('speaking:silence.mineBy', { name: nameInText(t, quiet.mine.by) })
          }
          testId="silenced"
        >
          <p>{t('speaking:silence.mineText')}</p>
          {handIsUp ? (
            <p className="quiet">{t('speaking:silence.handIsUp')}</p>
          ) : (
            <div className="answers">
              <Button
                kind="main"
                icon={Hand}
                data-testid="ask-to-speak"
                onClick={() => {
                  raiseHand(true);
                }}
              >
                {t('speaking:silence.ask')}
              </Button>
            </div>
          )}
        </NoticeBox>
      )}
    </div>
  );
}
