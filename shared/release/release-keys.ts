/**
 * The three Ed25519 keys by which releases are signed, in hex; two of them have to agree. None have been made yet: until
 * they stand here, Vigil takes no news of releases and says why (docs/releasing.md tells how to make and pin them).
 */
export const releaseKeys: readonly string[] = [];
