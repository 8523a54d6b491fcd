/** Waits for the candidates of a description that was just set: for those that count, not for the last one. */

/**
 * Candidates of one kind come within a few milliseconds of one another. What the browser gathers later are TCP
 * candidates, which are never told (after 100 ms), and what further servers may have to say.
 */
const QUIET_MS = 30;
/** Answers of servers come by several interfaces, some of them slower (a tunnel beside the wireless network). */
const QUIET_OF_SERVERS_MS = 100;

export type GatheringConnection = Pick<
  RTCPeerConnection,
  'localDescription' | 'getConfiguration' | 'addEventListener' | 'removeEventListener'
>;

/** What each kind of server that is asked brings. */
function awaitedTypes({ iceServers = [], iceTransportPolicy }: RTCConfiguration): string[] {
  const urls = iceServers.flatMap((server) => server.urls);
  const relays = urls.some((url) => /^turns?:/i.test(url)) ? ['relay'] : [];
  if (iceTransportPolicy === 'relay') return ['relay'];
  return ['host', ...(urls.some((url) => /^stuns?:/i.test(url)) ? ['srflx'] : []), ...relays];
}

/**
 * Resolves when there is a candidate of each kind that the connection is to gather and no other has come for a
 * moment, when no more candidates come, or after so many milliseconds.
 */
export function gathered(connection: GatheringConnection, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const awaited = awaitedTypes(connection.getConfiguration());
    const quietMs = awaited.every((type) => type === 'host') ? QUIET_MS : QUIET_OF_SERVERS_MS;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const done = (): void => {
      clearTimeout(limit);
      clearTimeout(quiet);
      connection.removeEventListener('icecandidate', heard);
      resolve();
    };
    const look = (): void => {
      clearTimeout(quiet);
      const sdp = connection.localDescription?.sdp ?? '';
      if (awaited.every((type) => sdp.includes(` typ ${type}`))) quiet = setTimeout(done, quietMs);
    };
    const heard = ({ candidate }: RTCPeerConnectionIceEvent): void => {
      if (candidate === null) done();
      else look();
    };
    const limit = setTimeout(done, limitMs);
    connection.addEventListener('icecandidate', heard);
    look();
  });
}
