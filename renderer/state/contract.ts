/** The types of the contract with main that screens may name, so that they need not reach past state. */
import type { MeetingView as MeetingNews, RequestArgument } from '../../shared/ipc';

export type { MeetingNews };

type WithoutFiles<View> = View extends { files: unknown } ? Omit<View, 'files'> : View;
/** What is drawn of the news; files by themselves, since what has come of them changes all the time. */
export type MeetingView = WithoutFiles<MeetingNews>;

export type {
  AlertWords,
  AppView,
  Ask,
  ChatMessageView,
  ChatPersonView,
  ChosenShortcuts,
  CombinationRefusal,
  ContactView,
  CopiedNumberVerdict,
  EmojiView,
  EndReason,
  FileView,
  HandAnswerView,
  HandFailure,
  HandInvitationView,
  HandView,
  KeptInviteView,
  KnockView,
  LockView,
  OwnMeetingView,
  PeerView,
  PrivateModeView,
  QuietView,
  ReactionView,
  RecorderView,
  RecordingView,
  RelayStatus,
  ReleasesView,
  ReportedPath,
  SafetyNumberView,
  ScreenSource,
  Settings,
  Share,
  ShortcutName,
  Shortcuts,
  SpeakingUpView,
  SpotlightView,
  SwitchableTransport,
  Trust,
  TurnReach,
  VolunteerPart,
  VolunteerPartTest,
  VolunteerView,
  TurnServer,
  VaultView,
  Written,
  TransportState,
} from '../../shared/ipc';
export {
  backgrounds,
  MAX_DHT_NODES,
  MAX_FLOOR,
  MAX_MESSAGE_LENGTH,
  MAX_NAME_BYTES,
  MAX_NOTE_LENGTH,
  MAX_PASTED_LENGTH,
  MAX_RELAYS,
  MAX_RELEASE_ADDRESS_LENGTH,
  MAX_TITLE_BYTES,
  MAX_TURN_SERVERS,
  MAX_WAITING_TOLD,
  noiseSuppressions,
  refusalEverywhere,
  refusalOf,
  shortcutNames,
  shortcutsWith,
  takenBy,
  textSizes,
} from '../../shared/ipc';
export type { ErrorCode } from '../../shared/errors';
export { reactions, type Reaction } from '../../shared/meeting/messages/spoken-events';
export type { EmojiId } from '../../shared/verification/emoji';
/** What a known name with another key means, as this person says. */
export type KeyDecision = RequestArgument<'meeting:decide-key'>['as'];
export { revealedBy } from '../call/devices/background-choice';
