import type { InsidePhase } from '../phases';
import { AskNotices } from './ask-notices';
import { PassingDeviceProblem } from '../devices/device-problem';
import { EmojiAskedNotices } from '../verification/emoji-asked';
import { HostAwayNotice } from '../people/host-away';
import { ListsNotice } from './lists-notice';
import { RecordingEndNotice } from '../recording/recording-end-notice';
import { ShareEndedNotice, ShareOfferedNotice } from '../sharing/share-notices';
import { SpotlightNotice } from '../spotlight/spotlight-notice';
import { SilencedNotice } from '../speaking-up/silenced-notice';
import { SealingNotice } from './sealing-notice';

/** What lies on the pictures, one under the other: first what is unsafe, then what is asked, then the rest. */
export function MeetingNotices({ meeting, onContinue }: { meeting: InsidePhase; onContinue: () => void }) {
  return (
    <div className="under-stage">
      <SealingNotice />
      <ListsNotice meeting={meeting} />
      <SilencedNotice meeting={meeting} />
      {/* Always there, so that what enters it is read aloud. */}
      <div role="status" className="notices">
        <EmojiAskedNotices peers={meeting.peers} />
        <AskNotices asks={meeting.asks} />
        <RecordingEndNotice />
        <ShareEndedNotice />
        <ShareOfferedNotice meeting={meeting} />
        <SpotlightNotice meeting={meeting} />
        <HostAwayNotice meeting={meeting} onContinue={onContinue} />
      </div>
      <PassingDeviceProblem />
    </div>
  );
}
