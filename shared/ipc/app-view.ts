/** The app as the window sees it, whatever meeting is on. */
import type { MuteKeyService, NotificationService, TrayService } from './alerts';
import type { PrivateModeView, RelayStatus, TransportState } from './connection';
import type { ContactView } from './contacts';
import type { KeptInviteView, OwnMeetingView } from './own-meetings';
import type { ReleasesView } from './releases';
import type { Settings } from './settings';
import { none } from './shapes';
import type { VaultView } from './vault';
import type { VolunteerView } from './volunteers';

/** refused: the system did not make this Vigil the program for `vigil:` links. not-asked: it runs from a checkout. */
export type LinkClicks = 'open-here' | 'refused' | 'not-asked';

export interface AppView {
  version: string;
  runtime: 'electron' | 'stand-in';
  linkClicks: LinkClicks;
  /** The first meeting makes the system's firewall ask about Vigil, and nobody has been told so yet. */
  firewallAsks: boolean;
  notifications: NotificationService;
  tray: TrayService;
  muteKey: MuteKeyService;
  /** Whether the system starts Vigil at login; null where that is not offered. */
  startsAtLogin: boolean | null;
  vault: VaultView;
  /** Eight groups of four hex digits: a short form of the own identity key, for display only. */
  fingerprint: string;
  settings: Settings;
  /** Every way to find each other, as it does now. */
  transports: TransportState[];
  relays: RelayStatus[];
  privateMode: PrivateModeView;
  volunteers: VolunteerView[];
  /** True when most relays' clocks and this computer's differ by more than eight minutes. */
  clockIsOff: boolean;
  contacts: ContactView[];
  ownMeetings: OwnMeetingView[];
  keptInvites: KeptInviteView[];
  releases: ReleasesView;
}

export const appRequests = { 'app:get': none } as const;
export interface AppAnswers {
  'app:get': AppView;
}
