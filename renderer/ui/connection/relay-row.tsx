import {
  Ban,
  CircleCheck,
  CircleMinus,
  CirclePause,
  Ellipsis,
  Trash2,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RelayStatus } from '../../state/contract';
import { isolated } from '../text';
import { useClock, useNow } from '../time';
import { IconButton } from '../components/button';
import { Icon } from '../components/icon';

type Shown = RelayStatus['state'] | 'off';

const looks: Record<Shown, { icon: LucideIcon; tone: 'ok' | 'warn' | 'plain' }> = {
  off: { icon: CircleMinus, tone: 'plain' },
  idle: { icon: CirclePause, tone: 'plain' },
  trying: { icon: Ellipsis, tone: 'plain' },
  works: { icon: CircleCheck, tone: 'ok' },
  silent: { icon: TriangleAlert, tone: 'warn' },
  refuses: { icon: Ban, tone: 'warn' },
};

interface RelayRowProps {
  relay: RelayStatus;
  onSwitch: (enabled: boolean) => void;
  onRemove: () => void;
}

export function RelayRow({ relay, onSwitch, onRemove }: RelayRowProps) {
  const { t } = useTranslation();
  const shown: Shown = relay.enabled ? relay.state : 'off';
  const host = relayHost(relay.url);
  return (
    <li data-testid="relay-row" data-state={shown}>
      <span className="cut relay-host ltr" title={relay.url}>
        {host}
      </span>
      <span className={`badge ${looks[shown].tone}`}>
        <Icon of={looks[shown].icon} size="small" />
        {t(`settings:relay.${shown}`)}
      </span>
      <LastAnswer relay={relay} />
      <input
        type="checkbox"
        role="switch"
        className="switch"
        aria-label={t('settings:relayOn', { relay: isolated(host) })}
        checked={relay.enabled}
        onChange={(event) => {
          onSwitch(event.target.checked);
        }}
      />
      <IconButton
        icon={Trash2}
        label={t('settings:relayRemove', { relay: isolated(host) })}
        onClick={onRemove}
      />
    </li>
  );
}

/** An address as people read it; that it is not a sealed one shows. */
export function relayHost(url: string): string {
  return url.replace(/^wss:\/\//, '').replace(/\/$/, '');
}

function LastAnswer({ relay }: { relay: RelayStatus }) {
  const { t } = useTranslation();
  const clock = useClock();
  const now = useNow(10_000);
  if (relay.enabled && relay.refusal !== null)
    return (
      <span className="quiet" data-testid="relay-refusal" data-reason={relay.refusal}>
        {t(`connection:refusal.${relay.refusal}`)}
      </span>
    );
  if (relay.lastAnswerAt === null) {
    const isAsked = relay.enabled && relay.state !== 'idle';
    return <span className="quiet">{isAsked && t('settings:relay.never')}</span>;
  }
  return <span className="quiet digits">{words(relay.lastAnswerAt)}</span>;

  function words(at: number): string {
    if (relay.enabled && relay.state === 'silent') return t('connection:lastHeard', { time: clock.time(at) });
    const ago = clock.ago(at, now);
    const { roundTripMs: ms } = relay;
    return ms === null
      ? t('settings:relay.answered', { ago })
      : t('settings:relay.answeredIn', { ago, ms: Math.round(ms) });
  }
}
