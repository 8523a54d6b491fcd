/** How large what is said of a release may be (docs/protocol.md, Releases). */

/** Of the signed file, in bytes: handed over it makes a message of just the length of the longest one of the chat. */
export const MAX_RELEASE_LENGTH = 12_268;
export const MAX_BUILDS = 16;
export const MAX_FILES = 48;
export const MAX_SIGNATURES = 6;
/** SHA-256, in bytes. */
export const FILE_HASH_LENGTH = 32;
/** Of everything in a release but its two times, in bytes. */
export const CONTENT_HASH_LENGTH = 32;
/** What of a build's hash members tell each other, in bytes. */
export const BUILD_HASH_LENGTH = 8;
export const MAX_PACKAGE_SIZE = 2 ** 31;
/** How long words about a release may hold, in seconds. */
export const MAX_NEWS_SECONDS = 400 * 24 * 3600;
/** By so much the clock of whoever signed may be ahead, in seconds. */
export const SIGNER_AHEAD_SECONDS = 24 * 3600;
/** So many different release keys have to have signed. */
export const SIGNATURES_NEEDED = 2;
