/** Waits for the candidates of a description that was just set. */

/** Resolves when no more candidates come, or after so many milliseconds. */
export function gathered(connection: RTCPeerConnection, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(limit);
      connection.removeEventListener('icecandidate', look);
      resolve();
    };
    const look = ({ candidate }: RTCPeerConnectionIceEvent): void => {
      if (candidate === null) done();
    };
    const limit = setTimeout(done, limitMs);
    connection.addEventListener('icecandidate', look);
  });
}
