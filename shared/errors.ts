/**
 * Errors that may reach a person. A code says what happened; the words live in renderer/locales.
 * Messages here are for developers and never contain secrets, links, keys, names or addresses.
 */

export const errorCodes = [
  // invite link
  'link-not-vigil',
  'link-cut-off',
  'link-altered',
  'link-expired',
  'link-ahead-of-clock',
  'link-from-newer-version',
  'link-from-older-version',
  'link-too-long',
  // texts that are passed by hand
  'hand-answer-here',
  'hand-not-answer',
  'hand-answer-cut-off',
  'hand-answer-altered',
  'hand-answer-newer',
  'hand-answer-older',
  'hand-answer-other-meeting',
  'hand-answer-not-awaited',
  'hand-invitation-here',
  'hand-own-invitation',
  'hand-too-many',
  'image-no-code',
  'image-unreadable',
  // meeting
  'already-in-meeting',
  'no-meeting',
  'no-such-knock',
  'no-such-peer',
  'not-allowed',
  'cannot-sign',
  'no-such-contact',
  'code-changed',
  'no-such-message',
  'too-often',
  'page-not-opened',
  // files that are offered
  'file-paused',
  'file-too-often',
  'file-too-many',
  'file-too-large',
  'file-unreadable',
  'file-not-offered',
  // recordings
  'already-recording',
  'recording-full',
  'recording-not-written',
  'recording-not-ours',
  'recording-newer',
  'recording-unreadable',
  'recording-wrong-passphrase',
  'recording-same-file',
  // files of contacts
  'file-not-contacts',
  'file-not-written',
  // input
  'name-empty',
  'name-too-long',
  'title-too-long',
  'relay-url-invalid',
  'relay-list-empty',
  'relay-list-too-long',
  'dht-node-invalid',
  'turn-url-invalid',
  'turn-login-invalid',
  'turn-needed',
  'volunteer-text-none',
  'volunteer-text-altered',
  'volunteer-text-newer',
  'volunteer-list-full',
  'no-such-volunteer',
  'volunteer-other-certificate',
  // private mode
  'private-mode-no-proxy',
  'private-mode-no-turn',
  'private-mode-damaged',
  'private-mode-not-saved',
  'proxy-address-invalid',
  // vault
  'vault-store-unavailable',
  'vault-write-failed',
  'too-many-links',
  'no-such-meeting',
  'meeting-record-damaged',
  'vault-damaged',
  'locked',
  'passphrase-empty',
  'passphrase-wrong',
  'passphrase-wait',
  'passphrase-no-memory',
  // identity
  'identity-file-invalid',
  'identity-file-newer',
  'identity-file-unreadable',
  'identity-file-not-saved',
  // the contract itself
  'bad-request',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error with a code that the window can turn into words. */
export class VigilError extends Error {
  override readonly name = 'VigilError';

  constructor(
    readonly code: ErrorCode,
    message: string = code,
  ) {
    super(message);
  }
}
