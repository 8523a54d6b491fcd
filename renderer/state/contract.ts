/** The types of the contract with main that screens may name, so that they need not reach past state. */
import type { RequestArgument } from '../../shared/ipc';

export type {
  AlertWords,
  AppView,
  Ask,
  ChatMessageView,
  ChatPersonView,
  ContactView,
  CopiedNumberVerdict,
  EmojiView,
  EndReason,
  HandAnswerView,
  HandFailure,
  HandInvitationView,
  HandView,
  KnockView,
  LockView,
  MeetingView,
  OwnMeetingView,
  PeerView,
  PrivateModeView,
  QuietView,
  ReactionView,
  RelayStatus,
  ReportedPath,
  SafetyNumberView,
  Settings,
  SpeakingUpView,
  SpotlightView,
  SwitchableTransport,
  Trust,
  TurnReach,
  TurnServer,
  VaultView,
  Written,
  TransportState,
} from '../../shared/ipc';
export {
  MAX_DHT_NODES,
  MAX_FLOOR,
  MAX_MESSAGE_LENGTH,
  MAX_NAME_BYTES,
  MAX_NOTE_LENGTH,
  MAX_PASTED_LENGTH,
  MAX_RELAYS,
  MAX_TITLE_BYTES,
  MAX_TURN_SERVERS,
  MAX_WAITING_TOLD,
  textSizes,
} from '../../shared/ipc';
export type { ErrorCode } from '../../shared/errors';
export { reactions, type Reaction } from '../../shared/meeting/messages/spoken-events';
export type { EmojiId } from '../../shared/verification/emoji';
/** What a known name with another key means, as this person says. */
export type KeyDecision = RequestArgument<'meeting:decide-key'>['as'];
