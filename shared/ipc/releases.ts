/** News of releases of Vigil: what is known, and what the window may ask. */
import { z } from 'zod';
import type { WallTime } from '../clocks';
import { MAX_RELEASE_ADDRESS_LENGTH } from '../release/address';
import type { BuildStanding } from '../release/build-standing';
import type { ReleaseRefusal } from '../release/judge';
import { hexId, none } from './shapes';

export { MAX_RELEASE_ADDRESS_LENGTH } from '../release/address';
export type { BuildStanding } from '../release/build-standing';

export interface ReleaseFileView {
  name: string;
  /** As releases call it, such as `deb`. */
  kind: string;
  /** Bytes. */
  size: number;
  /** Made for this computer. */
  fits: boolean;
}

export interface NewestReleaseView {
  version: string;
  /** Than what runs. */
  isNewer: boolean;
  issuedAt: WallTime;
  expiresAt: WallTime;
  /** Nobody here knows whether there is something newer by now. */
  isOver: boolean;
  /** None while there are two different releases of this version. */
  files: ReleaseFileView[];
}

/**
 * page-address: it may not be asked. page-onion: only in private mode. not-kept: it was accepted, and is forgotten at the
 * next start. conflict-not-kept: so is the alarm.
 */
export type ReleaseOutcome =
  | 'accepted'
  | 'known'
  | ReleaseRefusal
  | 'page-address'
  | 'page-onion'
  | 'page-unreachable'
  | 'not-kept'
  | 'conflict-not-kept';

/**
 * address: it may not be asked. onion: only in private mode. not-of-release: a file that the release does not name.
 * other-release: another one is the newest by now, or there are two of that version.
 */
export type GettingFailure =
  | 'address'
  | 'onion'
  | 'unreachable'
  | 'other-size'
  | 'other-hash'
  | 'not-written'
  | 'stopped'
  | 'not-of-release'
  | 'other-release'
  | 'unreadable';

export type GettingView =
  | { state: 'idle' }
  | { state: 'running'; name: string; bytes: number; size: number }
  /** Checking a file that lies here. */
  | { state: 'reading' }
  | { state: 'checked'; name: string; kind: string }
  | { state: 'failed'; why: GettingFailure };

export interface ReleasesView {
  /** Without keys nothing can be checked. */
  keys: 'none' | 'pinned' | 'test';
  /** Of this app, as releases name it: 16 hex digits, empty while it is not known or if it was not released. */
  build: string;
  standing: BuildStanding;
  newest: NewestReleaseView | null;
  /** Of each of these versions there are two different releases, both signed; the newest first. */
  contradictions: string[];
  isAsking: boolean;
  /** Of what was opened or handed over last; from: the name of a member. */
  outcome: { outcome: ReleaseOutcome; from: string | null } | null;
  getting: GettingView;
}

const address = z.string().max(MAX_RELEASE_ADDRESS_LENGTH);

export const releaseRequests = {
  /** Main asks the person which file. */
  'releases:open-file': none,
  'releases:ask-page': z.object({ address }),
  /** Of whom the meeting's view says that they have news. */
  'releases:ask-member': z.object({ peerId: hexId }),
  /** Main asks the person where to. @property name of a file of the newest release. */
  'releases:get': z.object({ name: z.string().max(100), address }),
  'releases:stop': none,
  /** Main asks the person which file is to be held against the newest release. */
  'releases:check-file': none,
  /** Shows what was checked last, in the system's own window of files. */
  'releases:show': none,
} as const;
