import {
  CircleDot,
  CircleQuestionMark,
  Ellipsis,
  EllipsisVertical,
  Eye,
  UserRound,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InsidePhase } from '../phases';
import { withoutDirectionMarks } from '../text';
import { runningTime, useElapsed } from '../time';
import { privacyOf, type Privacy } from './privacy';
import { StandingShape } from '../components/badge';
import { IconButton } from '../components/button';
import { GroupCodeChip } from './group-code-chip';
import { HandsChip } from '../speaking-up/hands-chip';
import { Icon } from '../components/icon';
import { Menu } from '../components/menu';
import { isRecording } from '../recording/recording-bar';
import { RecordingChip } from '../recording/recording-chip';
import { useKeyHint } from '../shortcuts/use-keys';

interface MeetingHeaderProps {
  meeting: InsidePhase;
  /** Null while there is nothing that a group could compare. */
  groupCode: {
    groups: readonly string[];
    lastOpened: string | null;
    isCompared: boolean;
    onOpen: () => void;
  } | null;
  onPeople: () => void;
  onShortcuts: () => void;
  onPrivacy: () => void;
  onConnection: () => void;
  /** Asks how, or ends it. */
  onRecord: () => void;
}

export function MeetingHeader(props: MeetingHeaderProps) {
  const { meeting, groupCode, onPeople, onShortcuts, onPrivacy, onConnection, onRecord } = props;
  const { t } = useTranslation();
  const help = useKeyHint('help');
  const hands = meeting.speakingUp.hands.length;
  const records = isRecording(meeting.recording);
  const title = withoutDirectionMarks(meeting.title).trim();
  return (
    <header>
      <h1 className="cut">
        <bdi>{title === '' ? t('common:untitled') : title}</bdi>
      </h1>
      <RunningTime since={meeting.startedAt} />
      <PrivacyChip meeting={meeting} onOpen={onPrivacy} />
      {groupCode !== null && <GroupCodeChip {...groupCode} />}
      <RecordingChip recorders={meeting.recording.others} />
      {hands > 0 && <HandsChip count={hands} onOpen={onPeople} />}
      <IconButton
        className={groupCode === null ? 'push' : undefined}
        icon={CircleQuestionMark}
        label={t('meeting:shortcuts')}
        title={help.titled(t('meeting:shortcuts'))}
        aria-keyshortcuts={help.aria}
        onClick={onShortcuts}
      />
      <Menu
        icon={EllipsisVertical}
        label={t('connection:happening.more')}
        testId="meeting-menu"
        items={[
          {
            id: 'happening',
            icon: Eye,
            title: t('connection:happening.open'),
            text: t('connection:happening.openText'),
            onChoose: onPrivacy,
          },
          {
            id: 'connection',
            icon: Waypoints,
            title: t('connection:open'),
            text: t('connection:happening.connectionText'),
            onChoose: onConnection,
          },
          {
            id: 'record',
            icon: CircleDot,
            title: t(records ? 'recording:menu.stop' : 'recording:menu.start'),
            text: t(records ? 'recording:menu.stopText' : 'recording:menu.startText'),
            onChoose: onRecord,
          },
        ]}
      />
    </header>
  );
}

function RunningTime({ since }: { since: number }) {
  const { t, i18n } = useTranslation();
  const elapsed = useElapsed(since, 1000);
  return (
    <span className="quiet small digits" role="timer" aria-label={t('meeting:runningTime')}>
      {runningTime(elapsed, i18n.language)}
    </span>
  );
}

/** Who can hear this, in a few words: "only" when nothing is left to prove; pressed, it says why. */
function PrivacyChip({ meeting, onOpen }: { meeting: InsidePhase; onOpen: () => void }) {
  const { t } = useTranslation();
  const privacy = privacyOf(meeting);
  const { shape, words } = chipOf();
  const isDanger = privacy.state === 'closed' || privacy.state === 'contradiction';
  return (
    <button
      type="button"
      className={isDanger ? 'chip danger' : 'chip'}
      onClick={onOpen}
      title={t('connection:happening.open')}
      data-testid="privacy-chip"
      data-privacy={privacy.state}
    >
      {shape}
      <span className="cut">{words}</span>
    </button>
  );

  function chipOf(): { shape: ReactNode; words: string } {
    const people = meeting.peers.length + 1;
    switch (privacy.state) {
      case 'closed':
        return { shape: <StandingShape standing="changed" />, words: t('meeting:linkClosed') };
      case 'contradiction':
        return { shape: <StandingShape standing="changed" />, words: t('meeting:hostInDoubt') };
      case 'alone':
        return { shape: <Icon of={UserRound} size="small" />, words: t('meeting:alone') };
      case 'opening':
        return { shape: <Icon of={Ellipsis} size="small" />, words: t('meeting:opening') };
      default: {
        const count = privacy.state === 'not-verified' ? privacy.count : people;
        const standing = privacy.state === 'not-verified' ? 'met' : 'verified';
        return {
          shape: <StandingShape standing={standing} />,
          words: t(sealedWords(privacy, people), { people, count }),
        };
      }
    }
  }
}

type Sealed = Extract<Privacy, { state: 'only-these' | 'all-verified' | 'not-verified' }>;

function sealedWords({ state }: Sealed, people: number) {
  if (state === 'only-these') return people === 2 ? 'meeting:onlyTwo' : 'meeting:onlyMany';
  if (state === 'all-verified') return 'meeting:sealedVerified';
  return people === 2 ? 'meeting:sealedTwo' : 'meeting:sealedMany';
}
