import type { Widened } from '../widened';
import { handErrorsZhHant } from '../by-hand/zh-hant';
import { privateModeErrorsZhHant } from '../private-mode/zh-hant';
import { connectionErrorsZhHant } from './connection/zh-hant';
import { identityErrorsZhHant } from './identity/zh-hant';
import { meetingErrorsZhHant } from './meeting/zh-hant';
import type { errorsEn } from './en';

export const errorsZhHant: Widened<typeof errorsEn> = {
  ...handErrorsZhHant,
  ...meetingErrorsZhHant,
  ...connectionErrorsZhHant,
  ...identityErrorsZhHant,
  ...privateModeErrorsZhHant,
  'bad-request': {
    what: 'Vigil 沒有看懂自己視窗的請求',
    safe: '安全。什麼都沒有送出。',
    todo: '再試一次。如果還是這樣，請重新啟動 Vigil。',
  },
  internal: {
    what: 'Vigil 沒能做到',
    safe: '不確定。請當作沒有做成。',
    todo: '再試一次。如果還是這樣，請重新啟動 Vigil。',
  },
};
