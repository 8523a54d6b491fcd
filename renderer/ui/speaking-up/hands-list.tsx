import { Hand, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../context';
import { useDigits } from '../digits';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import type { InsidePhase } from '../phases';
import { nameInText } from '../text';

/** Raised hands, the first one first. Host and co-hosts can lower those of others. */
export function HandsList({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const digits = useDigits();
  const { lowerHand, raiseHand } = useActions();
  const { hands } = meeting.speakingUp;
  if (hands.length === 0) return null;
  return (
    <>
      <h3 className="over-line">{t('speaking:hand.raised')}</h3>
      <ol className="list hands" data-testid="hands">
        {hands.map(({ peerId, name, mine }, index) => (
          <li key={peerId} data-testid="hand">
            <span className="sign hand">
              <Icon of={Hand} size="small" />
              <b>{digits(index + 1)}</b>
            </span>
            <b className="grow row">
              <Name of={name} />
              {mine && <span className="quiet plain">{t('meeting:people.you')}</span>}
            </b>
            {(mine || meeting.rights !== 'none') && (
              <IconButton
                icon={X}
                label={
                  mine
                    ? t('speaking:control.handLower')
                    : t('speaking:hand.lowerOf', { name: nameInText(t, name) })
                }
                data-testid="hand-lower"
                onClick={() => {
                  if (mine) raiseHand(false);
                  else lowerHand(peerId);
                }}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
