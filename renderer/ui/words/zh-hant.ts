import type { Words } from './en';
import { byHandZhHant } from './by-hand/zh-hant';
import { commonZhHant } from './common/zh-hant';
import { connectionZhHant } from './connection/zh-hant';
import { doorZhHant } from './door/zh-hant';
import { endingZhHant } from './ending/zh-hant';
import { enteringZhHant } from './entering/zh-hant';
import { errorsZhHant } from './errors/zh-hant';
import { groupZhHant } from './group/zh-hant';
import { homeZhHant } from './home/zh-hant';
import { identityZhHant } from './identity/zh-hant';
import { invitesZhHant } from './invites/zh-hant';
import { meetingZhHant } from './meeting/zh-hant';
import { privateModeZhHant } from './private-mode/zh-hant';
import { settingsZhHant } from './settings/zh-hant';
import { turnZhHant } from './turn/zh-hant';
import { verificationZhHant } from './verification/zh-hant';

export const zhHant: Words = {
  ...commonZhHant,
  ...homeZhHant,
  ...identityZhHant,
  ...enteringZhHant,
  ...meetingZhHant,
  ...doorZhHant,
  ...groupZhHant,
  ...endingZhHant,
  ...settingsZhHant,
  ...byHandZhHant,
  ...connectionZhHant,
  ...invitesZhHant,
  ...privateModeZhHant,
  ...turnZhHant,
  ...verificationZhHant,
  errors: errorsZhHant,
};
