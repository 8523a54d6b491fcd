/**
 * Threads and codecs that all connections share are made when they are first asked for, which takes as long as a
 * message to the other side. This makes no connection, and asks nobody outside the browser.
 */
export function prepareConnections(): void {
  for (const kind of ['audio', 'video']) RTCRtpReceiver.getCapabilities(kind);
}
