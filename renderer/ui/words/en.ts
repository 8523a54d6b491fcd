/** English, from the rooms in which it is kept. */
import { byHandEn } from './by-hand/en';
import { commonEn } from './common/en';
import { connectionEn } from './connection/en';
import { doorEn } from './door/en';
import { endingEn } from './ending/en';
import { enteringEn } from './entering/en';
import { errorsEn } from './errors/en';
import { groupEn } from './group/en';
import { homeEn } from './home/en';
import { identityEn } from './identity/en';
import { invitesEn } from './invites/en';
import { meetingEn } from './meeting/en';
import { privateModeEn } from './private-mode/en';
import { settingsEn } from './settings/en';
import { turnEn } from './turn/en';
import { verificationEn } from './verification/en';
import type { Widened } from './widened';

export const en = {
  ...commonEn,
  ...homeEn,
  ...identityEn,
  ...enteringEn,
  ...meetingEn,
  ...doorEn,
  ...groupEn,
  ...endingEn,
  ...settingsEn,
  ...byHandEn,
  ...connectionEn,
  ...invitesEn,
  ...privateModeEn,
  ...turnEn,
  ...verificationEn,
  errors: errorsEn,
} as const;

/** Every other language has exactly these keys. */
export type Words = Widened<typeof en>;
