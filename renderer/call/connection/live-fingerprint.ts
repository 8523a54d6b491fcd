/** The certificate that the other end of a live connection really uses. */

/** SHA-256 of the remote DTLS certificate, 32 bytes; null while there is none. */
export async function liveFingerprint(connection: RTCPeerConnection): Promise<Uint8Array | null> {
  const [certificate] = connection.sctp?.transport.getRemoteCertificates() ?? [];
  return certificate ? new Uint8Array(await crypto.subtle.digest('SHA-256', certificate)) : null;
}

/** Certificates are public; nothing is learnt from the time that this takes. */
export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
