import type { Words } from './en';
import { byHandZhHans } from './by-hand/zh-hans';
import { commonZhHans } from './common/zh-hans';
import { connectionZhHans } from './connection/zh-hans';
import { doorZhHans } from './door/zh-hans';
import { endingZhHans } from './ending/zh-hans';
import { enteringZhHans } from './entering/zh-hans';
import { errorsZhHans } from './errors/zh-hans';
import { groupZhHans } from './group/zh-hans';
import { homeZhHans } from './home/zh-hans';
import { identityZhHans } from './identity/zh-hans';
import { invitesZhHans } from './invites/zh-hans';
import { meetingZhHans } from './meeting/zh-hans';
import { privateModeZhHans } from './private-mode/zh-hans';
import { settingsZhHans } from './settings/zh-hans';
import { turnZhHans } from './turn/zh-hans';
import { verificationZhHans } from './verification/zh-hans';

export const zhHans: Words = {
  ...commonZhHans,
  ...homeZhHans,
  ...identityZhHans,
  ...enteringZhHans,
  ...meetingZhHans,
  ...doorZhHans,
  ...groupZhHans,
  ...endingZhHans,
  ...settingsZhHans,
  ...byHandZhHans,
  ...connectionZhHans,
  ...invitesZhHans,
  ...privateModeZhHans,
  ...turnZhHans,
  ...verificationZhHans,
  errors: errorsZhHans,
};
