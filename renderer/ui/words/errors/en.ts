/** Every trouble that has a code, in three lines. */
import type { ErrorCode } from '../../../state/contract';
import type { ThreeLines } from '../three-lines';
import { handErrorsEn } from '../by-hand/en';
import { privateModeErrorsEn } from '../private-mode/en';
import { connectionErrorsEn } from './connection/en';
import { identityErrorsEn } from './identity/en';
import { meetingErrorsEn } from './meeting/en';

export const errorsEn = {
  ...handErrorsEn,
  ...meetingErrorsEn,
  ...connectionErrorsEn,
  ...identityErrorsEn,
  ...privateModeErrorsEn,
  'bad-request': {
    what: 'Vigil did not understand its own window',
    safe: 'Yes. Nothing was sent.',
    todo: 'Try again. If it stays, start Vigil again.',
  },
  internal: {
    what: 'Vigil could not do this',
    safe: 'Not certain. Treat it as not done.',
    todo: 'Try again. If it stays, start Vigil again.',
  },
} as const satisfies Record<ErrorCode, ThreeLines>;
