import { ClipboardPaste, House, Share2, UsersRound, Waypoints, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppView, SwitchableTransport, TransportState } from '../../state/contract';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';
import { useClock, useNow } from '../time';
import { RelayList } from './relay-list';
import { TransportRow, type TransportMark } from './transport-row';

const icons: Record<SwitchableTransport, LucideIcon> = { nostr: Waypoints, dht: Share2, lan: House };
const marks: Record<TransportState['state'], TransportMark> = {
  off: 'off',
  'not-private': 'off',
  idle: 'resting',
  trying: 'trying',
  works: 'works',
  silent: 'silent',
  failed: 'silent',
};

/** Every way to find each other, how it does, and the relays one by one. */
export function TransportsCard({ app, meeting }: { app: AppView; meeting: InsidePhase | null }) {
  const { t } = useTranslation();
  return (
    <section className="card transports-card" aria-label={t('connection:transports')}>
      <ul className="transports">
        {app.transports.map((status) =>
          status.transport === 'paste' ? null : (
            <SwitchableRow key={status.transport} app={app} status={status} transport={status.transport} />
          ),
        )}
        <MembersRow meeting={meeting} />
        <TransportRow
          name={t('connection:transport.paste')}
          text={t('connection:transportText.paste')}
          icon={ClipboardPaste}
          mark="resting"
          state={t('connection:state.always')}
          testId="transport-paste"
        />
      </ul>
    </section>
  );
}

interface SwitchableRowProps {
  app: AppView;
  status: TransportState;
  transport: SwitchableTransport;
}

function SwitchableRow({ app, status, transport }: SwitchableRowProps) {
  const { t } = useTranslation();
  const { saveSettings } = useActions();
  const detail = useDetail(status);
  const { transports, hideAddress, directAfterVerified } = app.settings;
  const hidesAddress = hideAddress || directAfterVerified;
  const name = t(`connection:transport.${transport}`);
  const isPrivate = app.privateMode.state === 'on';
  // Private mode cannot keep its promise by this way: what was chosen counts again once it is off.
  const isForbidden = status.state === 'not-private';
  const isBad = status.state === 'silent' || status.state === 'failed';
  return (
    <TransportRow
      name={name}
      text={t(`connection:transportText.${isPrivate && transport === 'nostr' ? 'nostrPrivate' : transport}`)}
      icon={icons[transport]}
      mark={marks[status.state]}
      state={stateWords()}
      detail={detail}
      trouble={isBad && status.why !== null ? t(`connection:why.${status.why}`) : undefined}
      testId={`transport-${transport}`}
      control={
        <input
          type="checkbox"
          role="switch"
          className="switch"
          aria-label={name}
          data-testid={`transport-switch-${transport}`}
          checked={transports[transport] && !isForbidden}
          disabled={isForbidden}
          onChange={(event) => {
            const on = event.target.checked;
            saveSettings((now) => ({ transports: { ...now.transports, [transport]: on } }));
          }}
        />
      }
    >
      {transport === 'nostr' && <RelayList app={app} />}
    </TransportRow>
  );

  function stateWords(): string {
    const { state, others } = status;
    const isLive = state === 'works' || state === 'trying' || state === 'silent';
    // The meeting that is on keeps what it began with.
    if (!transports[transport] && isLive) return t('connection:state.offNext');
    if (transports[transport] && state === 'off')
      return t(transport === 'lan' && hidesAddress ? 'connection:state.hidden' : 'connection:state.offRun');
    if (state === 'works' && transport === 'nostr') {
      const count = app.relays.filter(({ enabled }) => enabled).length;
      return t('connection:relaysAnswer', { works: others ?? 0, count });
    }
    if (state === 'works' && transport === 'lan' && others !== null && others > 0)
      return t('connection:worksHere', { count: others });
    return t(`connection:state.${status.why === 'refused' ? 'refused' : state}`);
  }
}

function useDetail({ state, lastExchangeAt, roundTripMs }: TransportState): string | undefined {
  const { t } = useTranslation();
  const clock = useClock();
  const now = useNow(10_000);
  const isAsked = state === 'works' || state === 'silent' || state === 'trying';
  if (!isAsked) return undefined;
  if (lastExchangeAt === null) return t('connection:neverHeard');
  if (state !== 'works') return t('connection:lastHeard', { time: clock.time(lastExchangeAt) });
  const ago = clock.ago(lastExchangeAt, now);
  return roundTripMs === null ? ago : t('connection:exchange', { ago, ms: Math.round(roundTripMs) });
}

function MembersRow({ meeting }: { meeting: InsidePhase | null }) {
  const { t } = useTranslation();
  const here = meeting?.peers.filter(({ link }) => link === 'open').length ?? 0;
  return (
    <TransportRow
      name={t('connection:transport.members')}
      text={t('connection:transportText.members')}
      icon={UsersRound}
      mark={here > 0 ? 'works' : 'resting'}
      state={
        here > 0
          ? t('connection:state.here', { count: here })
          : t(meeting === null ? 'connection:state.inMeeting' : 'connection:state.alone')
      }
      testId="transport-members"
    />
  );
}
