import type { ErrorCode } from '../state/contract';

type RelayError = Extract<ErrorCode, `relay-${string}`>;

/** Errors about the list of relays are told beside the list, not in passing. */
export function isRelayError(code: ErrorCode): code is RelayError {
  return code.startsWith('relay-');
}
