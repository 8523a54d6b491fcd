/**
 * UTF-16 code units of a note to those who wait: at most 600 bytes, so that the envelope that is sent anyway holds it.
 * Without cryptography: the window's page counts by it.
 */
export const MAX_NOTE_LENGTH = 200;
