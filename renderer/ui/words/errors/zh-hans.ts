import type { Widened } from '../widened';
import { handErrorsZhHans } from '../by-hand/zh-hans';
import { privateModeErrorsZhHans } from '../private-mode/zh-hans';
import { connectionErrorsZhHans } from './connection/zh-hans';
import { identityErrorsZhHans } from './identity/zh-hans';
import { meetingErrorsZhHans } from './meeting/zh-hans';
import type { errorsEn } from './en';

export const errorsZhHans: Widened<typeof errorsEn> = {
  ...handErrorsZhHans,
  ...meetingErrorsZhHans,
  ...connectionErrorsZhHans,
  ...identityErrorsZhHans,
  ...privateModeErrorsZhHans,
  'bad-request': {
    what: 'Vigil 没有看懂自己窗口的请求',
    safe: '安全。什么都没有发出。',
    todo: '再试一次。如果还是这样，请重新启动 Vigil。',
  },
  internal: {
    what: 'Vigil 没能做到',
    safe: '不确定。请当作没有做成。',
    todo: '再试一次。如果还是这样，请重新启动 Vigil。',
  },
};
