/** Characters of a pasted text that are looked at. Alone here, so that the window knows it without libsodium. */
export const MAX_PASTED_LENGTH = 1_000_000;
