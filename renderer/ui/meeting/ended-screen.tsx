import {
  Clock,
  DoorClosed,
  DoorOpen,
  Link2Off,
  Lock,
  ShieldAlert,
  Unplug,
  UserRoundX,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EndReason } from '../../state/contract';
import { Button } from '../components/button';
import { Emblem } from '../components/emblem';
import { Brand, Page } from '../components/page';
import { ThreeLines } from '../components/three-lines';
import { usePathsTried } from '../connection/use-paths-tried';
import { useActions } from '../context';
import type { EndedPhase } from '../phases';
import { useClock } from '../time';

const icons: Record<EndReason, LucideIcon> = {
  left: DoorOpen,
  denied: DoorClosed,
  full: UsersRound,
  expired: Clock,
  locked: Lock,
  replaced: Link2Off,
  'no-path': Unplug,
  removed: UserRoundX,
  'fingerprint-mismatch': ShieldAlert,
};

export function Ended({ meeting }: { meeting: EndedPhase }) {
  const { t } = useTranslation();
  const { leave, goBack } = useActions();
  const clock = useClock();
  const tried = usePathsTried(null);
  const { reason } = meeting;
  const only = reason === 'no-path' && tried.state !== 'all' ? tried.state : null;
  const title = t(`ending:ended.${reason}.title`);
  return (
    <Page layout="ended" label={title} top={<Brand />}>
      <section className="card ending" data-testid="ended" data-reason={reason}>
        <header>
          <Emblem of={icons[reason]} />
          <h1>{title}</h1>
        </header>
        <ThreeLines
          what={
            only !== null
              ? t(`ending:ended.no-path-by.${only}.what`, { places: tried.places })
              : reason === 'expired'
                ? t('ending:ended.expired.what', { when: clock.day(meeting.expiresAt) })
                : t(`ending:ended.${reason}.what`)
          }
          safe={t(meeting.wasInside ? insideSafe(reason) : `ending:ended.${reason}.safe`)}
          todo={t(only !== null ? `ending:ended.no-path-by.${only}.todo` : `ending:ended.${reason}.todo`)}
        />
        <footer>
          <Button kind={meeting.askAgain ? 'line' : 'main'} data-testid="ended-home" onClick={leave}>
            {t('ending:ended.home')}
          </Button>
          {meeting.askAgain && (
            <Button kind="main" data-testid="ended-again" onClick={goBack}>
              {t('way-back:askAgain')}
            </Button>
          )}
        </footer>
      </section>
    </Page>
  );
}

/** What is told as safe to whoever was inside, and so had sent sound and picture before. */
function insideSafe(
  reason: EndReason,
): 'ending:ended.safeInside' | 'ending:ended.uncertainInside' | 'ending:ended.removed.safe' {
  if (reason === 'fingerprint-mismatch') return 'ending:ended.uncertainInside';
  return reason === 'removed' ? 'ending:ended.removed.safe' : 'ending:ended.safeInside';
}
