import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSelected } from '../context';
import type { InsidePhase } from '../phases';
import { privacyOf } from './privacy';
import { Icon } from '../components/icon';
import { Name } from '../components/name';

/** For whom this computer seals sound and picture. No more than is known. */
export function WhoCanRead({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const sealingIsBroken = useSelected(({ sealingIsBroken }) => sealingIsBroken);
  const { self, peers, lists, alarm, epoch } = meeting;
  const seals = !sealingIsBroken && epoch !== null;
  const troubles = [
    ...(sealingIsBroken ? [t('connection:happening.broken')] : []),
    ...(alarm === 'fingerprint-mismatch' ? [t('connection:happening.closed')] : []),
    ...(alarm === 'host-contradiction' ? [t('group:contradiction.what')] : []),
    ...(lists.alarms.length > 0 ? [t('connection:happening.whoLists')] : []),
  ];
  const isUnverified = privacyOf(meeting).state === 'not-verified';
  return (
    <>
      {troubles.map((trouble) => (
        <p key={trouble} className="notice warn">
          <Icon of={TriangleAlert} />
          {trouble}
        </p>
      ))}
      {peers.length === 0 ? (
        <p>{t('connection:happening.whoAlone')}</p>
      ) : (
        <>
          {seals && <p>{t('connection:happening.whoText')}</p>}
          <p className="readers" data-testid="readers">
            <Name of={self.name} /> <span className="quiet">{t('meeting:people.you')}</span>
            {peers.map(({ peerId, name }) => (
              <span key={peerId}>
                {' · '}
                <Name of={name} />
              </span>
            ))}
          </p>
          {isUnverified && <p className="small quiet">{t('connection:happening.whoUnverified')}</p>}
        </>
      )}
    </>
  );
}
