import type { ErrorCode } from '../../state/contract';

type RelayError = Extract<ErrorCode, `relay-${string}`>;
type NodeError = Extract<ErrorCode, `dht-${string}`>;

/** Errors about the list of relays are told beside the list, not in passing. */
export function isRelayError(code: ErrorCode): code is RelayError {
  return code.startsWith('relay-');
}

export const isToldInLists = (code: ErrorCode): boolean => isRelayError(code) || isNodeError(code);

export function isNodeError(code: ErrorCode): code is NodeError {
  return code.startsWith('dht-');
}
