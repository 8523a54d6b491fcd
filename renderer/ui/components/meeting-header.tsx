import { CircleQuestionMark, Ellipsis, UserRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { InsidePhase } from '../phases';
import { withoutDirectionMarks } from '../text';
import { runningTime, useNow } from '../time';
import { privacyOf, type Privacy } from '../trust';
import { StandingShape } from './badge';
import { IconButton } from './button';
import { GroupCodeChip } from './group-code-chip';
import { Icon } from './icon';

interface MeetingHeaderProps {
  meeting: InsidePhase;
  /** Absent while there is nobody whose number could be compared. */
  onCompare: (() => void) | undefined;
  /** Null while there is nothing that a group could compare. */
  groupCode: {
    groups: readonly string[];
    lastOpened: string | null;
    isCompared: boolean;
    onOpen: () => void;
  } | null;
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

/** It says "only" when nothing is left to prove. */
function PrivacyChip({ meeting, onCompare }: { meeting: InsidePhase; onCompare: (() => void) | undefined }) {
  const { t } = useTranslation();
  const privacy = privacyOf(meeting);
  const people = meeting.peers.length + 1;
  const unverified = privacy.state === 'not-verified' ? privacy.count : 0;
  switch (privacy.state) {
    case 'closed':
    case 'contradiction':
      return (
        <span className="chip danger">
          <StandingShape standing="changed" />
          <span className="cut">
            {t(privacy.state === 'closed' ? 'meeting.linkClosed' : 'meeting.hostInDoubt')}
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
    default:
      return (
        <button
          type="button"
          className="chip"
          onClick={onCompare}
          title={t('people.compare')}
          data-testid="privacy-chip"
          data-privacy={privacy.state}
        >
          <StandingShape standing={privacy.state === 'not-verified' ? 'met' : 'verified'} />
          <span className="cut">{t(sealedWords(privacy, people), { people, count: unverified })}</span>
        </button>
      );
  }
}

type Sealed = Extract<Privacy, { state: 'only-these' | 'all-verified' | 'not-verified' }>;

function sealedWords({ state }: Sealed, people: number) {
  if (state === 'only-these') return people === 2 ? 'meeting.onlyTwo' : 'meeting.onlyMany';
  if (state === 'all-verified') return 'meeting.sealedVerified';
  return people === 2 ? 'meeting.sealedTwo' : 'meeting.sealedMany';
}
