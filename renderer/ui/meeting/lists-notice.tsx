/** Whether everybody sees the same people: said at once when they do not, and gone by itself when they do. */
import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InsidePhase } from '../phases';
import { NoticeBox } from '../components/notice-box';

export function ListsNotice({ meeting }: { meeting: InsidePhase }) {
  const { t } = useTranslation();
  const { alarms } = meeting.lists;
  // Of two, the tile says already that the other cannot be reached.
  const cannotCompare = meeting.peers.length > 1 ? meeting.lists.cannotCompare : [];
  const somebody = t('group:lists.somebody');
  const names = cannotCompare.map((name) => (name === '' ? somebody : name)).join(', ');
  const lines = alarms.map(({ kind, peer, about }) =>
    t(`group:lists.${kind}`, { peer: peer === '' ? somebody : peer, about: about === '' ? somebody : about }),
  );
  if (lines.length === 0 && names === '') return null;
  return (
    <div role={lines.length > 0 ? 'alert' : 'status'}>
      {lines.length > 0 ? (
        <NoticeBox title={t('group:lists.title')} testId="lists-differ">
          {[...new Set(lines)].map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>{t('group:lists.safe')}</p>
        </NoticeBox>
      ) : (
        <NoticeBox
          title={t('group:lists.cannotCompare', { names })}
          icon={UsersRound}
          testId="lists-cannot-compare"
        />
      )}
    </div>
  );
}
