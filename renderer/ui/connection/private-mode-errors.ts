import type { ErrorCode } from '../../state/contract';

const refusals = ['private-mode-no-proxy', 'private-mode-no-turn', 'private-mode-damaged'] as const;
export type PrivateModeRefusal = (typeof refusals)[number];

/** Why a call was not begun: told by a dialog, not in passing. */
export function isPrivateModeRefusal(code: ErrorCode): code is PrivateModeRefusal {
  return (refusals as readonly ErrorCode[]).includes(code);
}
