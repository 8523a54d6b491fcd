import { CircleQuestionMark, Ellipsis, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InsidePhase } from '../phases';
import { withoutDirectionMarks } from '../text';
import { runningTime, useNow } from '../time';
import { StandingShape } from './badge';
import { IconButton } from './button';
import { GroupCodeChip } from './group-code-chip';
import { Icon } from './icon';

interface MeetingHeaderProps {
  meeting: InsidePhase;
  /** Absent while there is nobody whose number could be compared. */
  onCompare: (() => void) | undefined;
  /** Null while there is nothing that a group could compare. */
  groupCode: { groups: readonly string[]; lastOpened: string | null; onOpen: () => void } | null;
  onShortcuts: () => void;
}

export function MeetingHeader({ meeting, onCompare, groupCode, onShortcuts }: MeetingHeaderProps) {
  const { t } = useTranslation();
  const title = withoutDirectionMarks(meeting.title).trim();
  return (
    <header>
      <h1 className="cut">
        <bdi>{title === '' ? t('common.untitled') : title}</bdi>
      </h1>
      <RunningTime since={meeting.startedAt} />
      <PrivacyChip meeting={meeting} onCompare={onCompare} />
      {groupCode !== null && <GroupCodeChip {...groupCode} />}
      <IconButton
        className={groupCode === null ? 'push' : undefined}
        icon={CircleQuestionMark}
        label={t('meeting.shortcuts')}
        onClick={onShortcuts}
      />
    </header>
  );
}

function RunningTime({ since }: { since: number }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  return (
    <span className="quiet small digits" role="timer" aria-label={t('meeting.runningTime')}>
      {runningTime(now - since)}
    </span>
  );
}

type Privacy = 'closed' | 'contradiction' | 'alone' | 'opening' | 'sealed';

function privacyOf(meeting: InsidePhase): Privacy {
  if (meeting.alarm === 'fingerprint-mismatch') return 'closed';
  if (meeting.alarm === 'host-contradiction') return 'contradiction';
  if (meeting.peers.length === 0) return 'alone';
  return meeting.peers.some((peer) => peer.link === 'opening') ? 'opening' : 'sealed';
}

/** What can be said about who hears this. Nothing is verified in this version, so it never says "only". */
function PrivacyChip({ meeting, onCompare }: { meeting: InsidePhase; onCompare: (() => void) | undefined }) {
  const { t } = useTranslation();
  const privacy = privacyOf(meeting);
  switch (privacy) {
    case 'closed':
    case 'contradiction':
      return (
        <span className="chip danger">
          <StandingShape standing="changed" />
          <span className="cut">
            {t(privacy === 'closed' ? 'meeting.linkClosed' : 'meeting.hostInDoubt')}
          </span>
        </span>
      );
    case 'alone':
      return (
        <span className="chip">
          <Icon of={UserRound} size="small" />
          <span className="cut">{t('meeting.alone')}</span>
        </span>
      );
    case 'opening':
      return (
        <span className="chip">
          <Icon of={Ellipsis} size="small" />
          <span className="cut">{t('meeting.opening')}</span>
        </span>
      );
    case 'sealed':
      return (
        <button type="button" className="chip" onClick={onCompare} title={t('people.compare')}>
          <StandingShape standing="new" />
          <span className="cut">
            {meeting.peers.length === 1
              ? t('meeting.sealedTwo')
              : t('meeting.sealedMany', { count: meeting.peers.length + 1 })}
          </span>
        </button>
      );
  }
}
