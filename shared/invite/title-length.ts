/** Without cryptography: the window's page, which counts bytes while somebody types, imports this and nothing else of the link. */
export const MAX_TITLE_BYTES = 64;
