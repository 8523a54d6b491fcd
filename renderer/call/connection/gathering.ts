/** Waits for the candidates of a description that was just set: for those that count, not for the last one. */

/**
 * Candidates of one kind come within a few milliseconds of one another. What the browser gathers later are TCP
 * candidates, which are never told (after 100 ms), and what further servers may have to say.
 */
const QUIET_MS = 30;
/** Answers of servers come by several interfaces, some of them slower (a tunnel beside the wireless network). */
const QUIET_OF_SERVERS_MS = 100;
/** A computer that is busy with other things takes long to name even its own addresses. */
const NOTHING_LIMIT_MS = 15_000;

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
 * moment, when no more candidates come, or after so many milliseconds with what there is. While there is nothing at
 * all, it waits for the computer's own addresses: a description without any leads nowhere.
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
    const hasAny = (): boolean => (connection.localDescription?.sdp ?? '').includes(' typ ');
    const look = (): void => {
      clearTimeout(quiet);
      if (isLate && hasAny()) {
        quiet = setTimeout(done, quietMs);
        return;
      }
      const sdp = connection.localDescription?.sdp ?? '';
      if (awaited.every((type) => sdp.includes(` typ ${type}`))) quiet = setTimeout(done, quietMs);
    };
    const heard = ({ candidate }: RTCPeerConnectionIceEvent): void => {
      if (candidate === null) done();
      else look();
    };
    let isLate = false;
    let limit = setTimeout(() => {
      isLate = true;
      if (hasAny() || !awaited.includes('host')) done();
      else limit = setTimeout(done, NOTHING_LIMIT_MS - limitMs);
    }, limitMs);
    connection.addEventListener('icecandidate', heard);
    look();
  });
}
