/** The certificate that the other end of a live connection really uses. */

/** The browser tells that the channel is open and that the transport is by two ways, and either may come first. */
const LIMIT_MS = 15_000;

type LiveTransport = Pick<
  RTCDtlsTransport,
  'state' | 'getRemoteCertificates' | 'addEventListener' | 'removeEventListener'
>;

/** SHA-256 of the remote DTLS certificate, 32 bytes; null while there is none. */
export async function liveFingerprint(connection: {
  sctp: { transport: LiveTransport } | null;
}): Promise<Uint8Array | null> {
  const transport = connection.sctp?.transport;
  if (!transport) return null;
  const certificate = transport.getRemoteCertificates()[0] ?? (await awaitedCertificate(transport));
  return certificate ? new Uint8Array(await crypto.subtle.digest('SHA-256', certificate)) : null;
}

/** Of a transport that is about to be connected. */
function awaitedCertificate(transport: LiveTransport): Promise<ArrayBuffer | undefined> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(limit);
      transport.removeEventListener('statechange', look);
      resolve(transport.getRemoteCertificates()[0]);
    };
    const look = (): void => {
      const isOver = transport.state === 'closed' || transport.state === 'failed';
      if (isOver || transport.getRemoteCertificates().length > 0) done();
    };
    const limit = setTimeout(done, LIMIT_MS);
    transport.addEventListener('statechange', look);
    look();
  });
}

/** Certificates are public; nothing is learnt from the time that this takes. */
export function sameFingerprint(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
