/** UTF-8 bytes of a name at most. Alone here, so that the window knows it without libsodium. */
export const MAX_NAME_BYTES = 64;
