/** The types of the contract with main that screens may name, so that they need not reach past state. */
export type {
  AppView,
  Ask,
  EndReason,
  KnockView,
  LockView,
  MeetingView,
  PeerView,
  RelayStatus,
  SafetyNumberView,
  Settings,
  VaultView,
} from '../../shared/ipc';
export { MAX_NAME_BYTES, MAX_RELAYS, MAX_TITLE_BYTES } from '../../shared/ipc';
export type { ErrorCode } from '../../shared/errors';
