import type { AppView } from '../../state/contract';
import type { InsidePhase } from '../phases';
import { ConnectionDialog } from '../connection/connection-dialog';
import { ContinueDialog } from './continue-dialog';
import { DevicesDialog } from './devices-dialog';
import { PrivacyDialog } from './privacy-dialog';
import { LeaveDialog } from './leave-dialog';
import { RecordDialog } from '../recording/record-dialog';
import { ReplaceLinkDialog } from './replace-link-dialog';
import { ShortcutsDialog } from '../shortcuts/shortcuts-dialog';

/** At most one of these is open; what main asks for (alarm, safety number) comes on top. */
export type MeetingDialog =
  | 'none'
  | 'devices'
  | 'shortcuts'
  | 'leave'
  | 'continue'
  | 'replace-link'
  | 'privacy'
  | 'connection'
  | 'record';

interface MeetingDialogsProps {
  open: MeetingDialog;
  meeting: InsidePhase;
  app: AppView;
  onClose: () => void;
}

export function MeetingDialogs({ open, meeting, app, onClose }: MeetingDialogsProps) {
  switch (open) {
    case 'none':
      return null;
    case 'devices':
      return <DevicesDialog settings={app.settings} onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'leave':
      return <LeaveDialog meeting={meeting} onClose={onClose} />;
    case 'continue':
      return <ContinueDialog meeting={meeting} onClose={onClose} />;
    case 'replace-link':
      return <ReplaceLinkDialog onClose={onClose} />;
    case 'privacy':
      return <PrivacyDialog app={app} meeting={meeting} onClose={onClose} />;
    case 'record':
      return <RecordDialog meeting={meeting} onClose={onClose} />;
    case 'connection':
      return <ConnectionDialog app={app} meeting={meeting} onClose={onClose} />;
  }
}
