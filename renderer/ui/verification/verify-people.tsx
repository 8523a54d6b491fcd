/** Everybody who can be verified in this meeting, and all of them at once: the start side of the dialog. */
import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PeerView } from '../../state/contract';
import { hasGroupCode } from '../../state/verification';
import { Avatar } from '../components/avatar';
import { StandingBadge } from '../components/badge';
import { Icon } from '../components/icon';
import { Name } from '../components/name';
import { useActions } from '../context';
import type { InsidePhase } from '../phases';

interface VerifyPeopleProps {
  meeting: InsidePhase;
  /** In their places, which they keep while the dialog is open. */
  people: readonly PeerView[];
  current: { peerId: string } | 'everyone';
  /** Before somebody else is chosen. */
  onLeave: () => void;
}

/** Before that there is no key to compare; what has changed is decided elsewhere. */
export const canBeVerified = ({ link, trust }: PeerView): boolean =>
  link !== 'opening' && trust !== 'changed';

export const isUnverified = ({ trust }: PeerView): boolean => trust !== 'verified';

export function VerifyPeople({ meeting, people, current, onLeave }: VerifyPeopleProps) {
  const { t } = useTranslation();
  const { openVerification, verifyEveryone } = useActions();
  return (
    <nav className="verify-people" aria-label={t('verify-list:people')} data-testid="verify-people">
      <h2>{t('verify-list:title')}</h2>
      <p className="small quiet">
        {t('verify-list:left', { left: people.filter(isUnverified).length, people: people.length })}
      </p>
      <ul>
        {people.map((peer) => {
          const isCurrent = current !== 'everyone' && current.peerId === peer.peerId;
          return (
            <li key={peer.peerId}>
              <button
                type="button"
                aria-current={isCurrent}
                disabled={!canBeVerified(peer)}
                data-testid="verify-person"
                onClick={() => {
                  if (isCurrent) return;
                  onLeave();
                  openVerification(peer.peerId);
                }}
              >
                <Avatar name={peer.name} size="small" />
                <span className="grow">
                  <b className="cut">
                    <Name of={peer.name} />
                  </b>
                  <StandingBadge standing={peer.trust} />
                </span>
              </button>
            </li>
          );
        })}
        {hasGroupCode(meeting) && (
          <li className="everyone">
            <button
              type="button"
              aria-current={current === 'everyone'}
              data-testid="verify-everyone"
              onClick={() => {
                if (current === 'everyone') return;
                onLeave();
                verifyEveryone();
              }}
            >
              <span className="avatar small">
                <Icon of={Users} size="small" />
              </span>
              <span className="grow">
                <b>{t('verify-list:everyone')}</b>
                <span className="small quiet">{t('group:name')}</span>
              </span>
            </button>
          </li>
        )}
      </ul>
    </nav>
  );
}
