import { useTranslation } from 'react-i18next';
import type { HandFailure } from '../../state/contract';
import { NoticeBox } from '../components/notice-box';
import { usePathsTried } from '../connection/use-paths-tried';

interface HandFailedProps {
  why: HandFailure;
  /** todo: to whoever invited. ask: to whoever answered. */
  advice: 'todo' | 'ask';
  testId: string;
}

/** Why nothing came of an invitation by hand, and what to do. */
export function HandFailed({ why, advice, testId }: HandFailedProps) {
  const { t } = useTranslation();
  const isRelayed = usePathsTried(null).state !== 'all';
  const reason = isRelayed && (why === 'no-address' || why === 'no-path') ? (`${why}-relayed` as const) : why;
  return (
    <div role="alert">
      <NoticeBox title={t(`by-hand:failed.${reason}.what`)} testId={testId}>
        <p>{t(`by-hand:failed.${reason}.${advice}`)}</p>
      </NoticeBox>
    </div>
  );
}
